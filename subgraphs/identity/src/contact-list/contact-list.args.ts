import { ArgsType, Field, ID } from "type-graphql";
import { PageArgs } from "@studio/kit/paging/both-ways.js";
import { ContactFilter } from "./contact-filter.input.js";
import { ContactOrder } from "./contact-order.input.js";

/** Which contacts a list holds. */
export interface ContactSelection {
  filter?: ContactFilter | null | undefined;
  search?: string | null | undefined;
}

/** Which contacts, in which order, and which page of them. */
@ArgsType()
export class ContactListArgs extends PageArgs implements ContactSelection {
  @Field(() => ContactFilter, { nullable: true, description: "Only contacts of which this holds; `{}` holds for all." })
  filter?: ContactFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Words to find in names and email, each in any place and with small typing errors; the best match comes first unless `orderBy` says otherwise. Blank, it is no search, not even the view's.",
  })
  search?: string | null;

  @Field(() => [ContactOrder], {
    nullable: true,
    description: "Up to 4 fields to order by, the first counts most; the time of adding, then the id, decide the rest.",
  })
  orderBy?: ContactOrder[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "A saved view, whose filter holds as well; its search and order apply where none is given. Checked against what the viewer may use now.",
  })
  view?: string | null;
}
