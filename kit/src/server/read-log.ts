/** What one request was shown of whom. Ids and names of fields only, never a value. */
export class ReadLog {
  readonly #fields = new Map<string, Set<string>>();

  get isEmpty(): boolean {
    return this.#fields.size === 0;
  }

  /** Notes that `field` of the thing with this global id is about to be shown. */
  note(subjectId: string, field: string): void {
    const fields = this.#fields.get(subjectId);
    if (fields) fields.add(field);
    else this.#fields.set(subjectId, new Set([field]));
  }

  /** Each thing's global id, and the fields of it. */
  entries(): [subjectId: string, fields: string[]][] {
    return [...this.#fields].map(([subjectId, fields]) => [subjectId, [...fields]]);
  }

  /** One line per thing, `<global id>: <field>, <field>`; none if nothing was shown. */
  lines(): string[] {
    return this.entries().map(([subjectId, fields]) => `${subjectId}: ${fields.join(", ")}`);
  }
}
