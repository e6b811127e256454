/** Words of the section on transferred people after the handover. */
export const exposureNote =
  "Person-days under compromised control are an exposure: the days that transferred people spend in each prison, times the probability that the prison is run by prisoners, alone or with the authority. They say how long people are held there, not what happens to them; no incident is counted or foretold.";

export const servedNote =
  "Owed is the time to the end of the sentence that was in force before the handover. Under continued enforcement without conditional release it is served in full, so the share is 100 %. Both are of the people released so far: long sentences come later.";

export const highProfileNote =
  "People of high profile are told apart by a share of their stream that the scenario gives; a stream without one has none.";

export const nobody = "No corridor leads into a system of this run, so nobody is held after a transfer.";

export const nobodyHeld = "In no replication is a transferred person inside at the end of the run.";

export const placesCaption = (date: string) => `Where transferred people are held on ${date}, mean number`;

export const institution = "Institution";
export const control = "Probability of compromised control";
export const unknown = "not known";
export const when = "At the end, or over the run";
