/** Id of the private contract prisons of the hindcast, as one facility. */
export const contractId = "PRIVATE";
