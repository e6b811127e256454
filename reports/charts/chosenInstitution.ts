/**
 * The institution that a reader has chosen, by id; empty: none. Every chart that shows institutions has this parameter,
 * and the page sets it in all of them at once.
 */
export const CHOSEN_INSTITUTION = { name: "institution", value: "" } as const;

/** Transform that leaves the rows of the chosen institution, which have its id in the field `id`. */
export const onlyChosen = { filter: `datum.id === ${CHOSEN_INSTITUTION.name}` } as const;
