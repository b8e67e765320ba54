import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { checkPageSize } from "@studio/kit/paging/connection.js";
import { toGlobalId } from "@studio/kit/paging/global-id.js";
import type { LocalizedText } from "../contact-field/contact-field.type.js";
import { accountOf, type IdentityContext } from "../context.js";
import { appealSpecialCategory } from "./appeal-special-category.js";
import { AppealSpecialCategoryInput, ReviewFieldAppealInput } from "./field-appeal.input.js";
import { findAppeal, listAppeals, listOpenAppeals, type FieldAppealRow } from "./field-appeal.repository.js";
import {
  AppealSpecialCategoryResult,
  FieldAppeal,
  ReviewFieldAppealResult,
  type AppealedDefinition,
} from "./field-appeal.type.js";
import { reviewFieldAppeal } from "./review-field-appeal.js";

@Resolver(() => FieldAppeal)
export class FieldAppealResolver {
  @Query(() => [FieldAppeal], {
    nullable: true,
    description: "The account's last 100 appeals for custom fields, newest first.",
  })
  fieldAppeals(@Ctx() context: IdentityContext): Promise<FieldAppealRow[]> {
    const accountId = accountOf(context);
    return context.services.db.inAccount(accountId, (tx) => listAppeals(tx, accountId));
  }

  @Query(() => [FieldAppeal], {
    nullable: true,
    description: "The appeals that wait for the platform's staff, oldest first.",
  })
  async openFieldAppeals(
    @Arg("first", () => Int, { defaultValue: 50, description: "How many, at most 250." }) first: number,
    @Ctx() { services: { db } }: IdentityContext,
  ): Promise<FieldAppealRow[]> {
    checkPageSize(first);
    const open = await db.inDirectory((tx) => listOpenAppeals(tx, first));
    const found = await Promise.all(
      open.map(({ accountId, appealId }) => db.inAccount(accountId, (tx) => findAppeal(tx, accountId, appealId))),
    );
    return found.filter((appeal) => appeal !== null);
  }

  @Mutation(() => AppealSpecialCategoryResult, {
    nullable: true,
    description: "Puts a definition that was refused for a special category before the platform's staff. Owners only.",
  })
  appealSpecialCategory(
    @Arg("input", () => AppealSpecialCategoryInput, { description: "The definition and the attestation." })
    input: AppealSpecialCategoryInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof AppealSpecialCategoryResult> {
    return appealSpecialCategory(context, input);
  }

  @Mutation(() => ReviewFieldAppealResult, {
    nullable: true,
    description: "Decides an appeal. The platform's staff only.",
  })
  reviewFieldAppeal(
    @Arg("input", () => ReviewFieldAppealInput, { description: "The decision." }) input: ReviewFieldAppealInput,
    @Ctx() context: IdentityContext,
  ): Promise<typeof ReviewFieldAppealResult> {
    return reviewFieldAppeal(context, input);
  }

  @FieldResolver()
  id(@Root() appeal: FieldAppealRow): string {
    return toGlobalId("FieldAppeal", appeal.id);
  }

  @FieldResolver()
  accountId(@Root() appeal: FieldAppealRow): string {
    return toGlobalId("Account", appeal.accountId);
  }

  @FieldResolver()
  definition(@Root() { definition }: FieldAppealRow): AppealedDefinition {
    const { key, type, sensitivity, owner, purpose, defaultLocale, label, help, translations, options } = definition;
    const inAll = (name: "label" | "help", own: string | null): LocalizedText[] => [
      ...(own === null ? [] : [{ locale: defaultLocale, text: own }]),
      ...Object.entries(translations).flatMap(([locale, texts]) => {
        const text = texts[name];
        return text === undefined ? [] : [{ locale, text }];
      }),
    ];
    const optionLabels = options.flatMap((option) => [
      { locale: defaultLocale, text: option.label },
      ...Object.entries(option.labels ?? {}).map(([locale, text]) => ({ locale, text })),
    ]);
    const texts = { labels: inAll("label", label), helpTexts: inAll("help", help), optionLabels };
    return { key, type, sensitivity, owner, purpose, ...texts };
  }
}
