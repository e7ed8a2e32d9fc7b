/** «las 23:59», but «la 01:05». */
export const las = (time: string): string => `${/^0?1\D/.test(time) ? 'la' : 'las'} ${time}`;

/** The end of a sentence with `hasta`: a time of day, or a date with its time. */
export const hasta = (moment: string): string =>
  /\d{4}/.test(moment) ? `hasta el ${moment}` : `hasta ${las(moment)}`;
