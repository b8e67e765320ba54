import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import type { StudioConfigurationContext } from "../context.js";
import { moveStudio } from "./move-studio.js";
import { ArchiveStudioInput, PauseStudioInput, PublishStudioInput, ResumeStudioInput } from "./studio-life.input.js";
import {
  ArchiveStudioPayload,
  ArchiveStudioResult,
  PauseStudioPayload,
  PauseStudioResult,
  PublishStudioPayload,
  PublishStudioResult,
  ResumeStudioPayload,
  ResumeStudioResult,
} from "./studio-life.result.js";
import { StudioStateConflict } from "./studio.errors.js";
import { toStudio } from "./studio.view.js";

/** A studio's life: draft → published ⇄ paused → archived. */
@Resolver()
export class StudioLifeResolver {
  @Mutation(() => PublishStudioResult, { description: "Opens a draft to its people." })
  async publishStudio(
    @Arg("input", () => PublishStudioInput, { description: "Which draft." }) { id }: PublishStudioInput,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<typeof PublishStudioResult> {
    const moved = await moveStudio(context, signedInMember(context), "publish", id);
    return moved instanceof StudioStateConflict ? moved : new PublishStudioPayload(toStudio(moved));
  }

  @Mutation(() => PauseStudioResult, {
    description:
      "Closes a published studio for now: nobody comes in, and no photo is taken in, until it is resumed. What has been submitted stays, and can be reviewed.",
  })
  async pauseStudio(
    @Arg("input", () => PauseStudioInput, { description: "Which studio." }) { id }: PauseStudioInput,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<typeof PauseStudioResult> {
    const moved = await moveStudio(context, signedInMember(context), "pause", id);
    return moved instanceof StudioStateConflict ? moved : new PauseStudioPayload(toStudio(moved));
  }

  @Mutation(() => ResumeStudioResult, { description: "Opens a paused studio again." })
  async resumeStudio(
    @Arg("input", () => ResumeStudioInput, { description: "Which studio." }) { id }: ResumeStudioInput,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<typeof ResumeStudioResult> {
    const moved = await moveStudio(context, signedInMember(context), "resume", id);
    return moved instanceof StudioStateConflict ? moved : new ResumeStudioPayload(toStudio(moved));
  }

  @Mutation(() => ArchiveStudioResult, {
    description: "Closes a studio for good. Its submissions and pictures stay until they are removed.",
  })
  async archiveStudio(
    @Arg("input", () => ArchiveStudioInput, { description: "Which studio." }) { id }: ArchiveStudioInput,
    @Ctx() context: StudioConfigurationContext,
  ): Promise<typeof ArchiveStudioResult> {
    const moved = await moveStudio(context, signedInMember(context), "archive", id);
    return moved instanceof StudioStateConflict ? moved : new ArchiveStudioPayload(toStudio(moved));
  }
}
