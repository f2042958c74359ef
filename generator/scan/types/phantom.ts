/** The phantom member of messages: in types only. */
export const phantom = '~catga';
