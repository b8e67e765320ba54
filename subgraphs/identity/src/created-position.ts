/** A place in a list that is ordered by the time of creation, the id last. */
export interface CreatedPosition {
  createdAt: string;
  id: string;
}
