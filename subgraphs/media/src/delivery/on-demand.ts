import { ensureDerivative, type MakingServices, type OpenedPhoto } from "../derivative/make-derivative.js";
import { HttpRefusal } from "../http-refusal.js";
import { recipeHash, type Recipe } from "../imaging/recipe.js";
import type { DerivativeRow } from "../photo/derivative.table.js";

/** Pictures that one process makes at once while somebody waits; who comes then is asked to come again. */
const AT_ONCE = 4;

/** Makes headshots the moment they are first asked for: each once, however many ask at the same time. */
export class OnDemand {
  private readonly inWork = new Map<string, Promise<DerivativeRow | null>>();

  constructor(private readonly services: MakingServices) {}

  /** @returns null if the photo was purged meanwhile @throws HttpRefusal 503 while too many are made, ObjectNotFound */
  async make(opened: OpenedPhoto, recipe: Recipe): Promise<DerivativeRow | null> {
    const name = `${opened.photo.id}/${recipeHash(recipe)}`;
    const running = this.inWork.get(name);
    if (running) return running;
    if (this.inWork.size >= AT_ONCE) {
      throw new HttpRefusal(503, "BUSY", "This picture is being made. Try again in a moment.");
    }
    const made = ensureDerivative(this.services, opened, recipe).finally(() => this.inWork.delete(name));
    this.inWork.set(name, made);
    return made;
  }
}
