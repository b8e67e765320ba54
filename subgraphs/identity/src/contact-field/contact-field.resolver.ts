import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { IdentityContext } from "../context.js";
import { indexingOf, type FieldIndexing, type FieldOption } from "./contact-field.policy.js";
import type { ContactFieldRow } from "./contact-field.repository.js";
import { ContactField, ContactFieldOption, type LocalizedText } from "./contact-field.type.js";
import { pickText } from "./localized-text.policy.js";

const LOCALE = { nullable: true, description: "The reader's language (BCP 47); the default where there is none." };

/** An option on its way to the reader, with the language of its plain label. */
type OptionEntry = FieldOption & { defaultLocale: string };

@Resolver(() => ContactField)
export class ContactFieldResolver {
  @Query(() => [ContactField], { nullable: true, description: "The account's custom fields, pinned ones first." })
  contactFields(@Ctx() context: IdentityContext): Promise<ContactFieldRow[]> {
    return context.loaders.contactFields();
  }

  @FieldResolver()
  id(@Root() field: ContactFieldRow): string {
    return toGlobalId("ContactField", field.id);
  }

  @FieldResolver()
  label(@Root() field: ContactFieldRow, @Arg("locale", () => String, LOCALE) locale?: string | null): string {
    return pickText(locale, { ...translated(field, "label"), [field.defaultLocale]: field.label }) ?? field.label;
  }

  @FieldResolver()
  help(@Root() field: ContactFieldRow, @Arg("locale", () => String, LOCALE) locale?: string | null): string | null {
    const own = field.help === null ? {} : { [field.defaultLocale]: field.help };
    return pickText(locale, { ...translated(field, "help"), ...own }) ?? field.help;
  }

  @FieldResolver()
  labels(@Root() field: ContactFieldRow): LocalizedText[] {
    return toTexts(field.defaultLocale, field.label, translated(field, "label"));
  }

  @FieldResolver()
  helpTexts(@Root() field: ContactFieldRow): LocalizedText[] {
    return toTexts(field.defaultLocale, field.help, translated(field, "help"));
  }

  @FieldResolver()
  indexing(@Root() field: ContactFieldRow): FieldIndexing {
    return indexingOf(field);
  }

  @FieldResolver()
  options(@Root() { options, defaultLocale }: ContactFieldRow): OptionEntry[] {
    return options.map((option) => ({ ...option, defaultLocale }));
  }
}

@Resolver(() => ContactFieldOption)
export class ContactFieldOptionResolver {
  @FieldResolver()
  label(@Root() option: OptionEntry, @Arg("locale", () => String, LOCALE) locale?: string | null): string {
    return pickText(locale, { ...option.labels, [option.defaultLocale]: option.label }) ?? option.label;
  }

  @FieldResolver()
  labels(@Root() option: OptionEntry): LocalizedText[] {
    return toTexts(option.defaultLocale, option.label, option.labels ?? {});
  }

  @FieldResolver()
  retired(@Root() option: OptionEntry): boolean {
    return option.retired === true;
  }
}

function translated({ translations }: ContactFieldRow, name: "label" | "help"): Record<string, string> {
  const texts = Object.entries(translations).flatMap(([locale, texts]) => {
    const text = texts[name];
    return text === undefined ? [] : [[locale, text] as const];
  });
  return Object.fromEntries(texts);
}

function toTexts(
  defaultLocale: string,
  text: string | null,
  others: Readonly<Record<string, string>>,
): LocalizedText[] {
  const first = text === null ? [] : [{ locale: defaultLocale, text }];
  const rest = Object.entries(others).map(([locale, text]) => ({ locale, text }));
  return [...first, ...rest.toSorted((left, right) => (left.locale < right.locale ? -1 : 1))];
}
