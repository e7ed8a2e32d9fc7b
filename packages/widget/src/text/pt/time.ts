/** «às 23:59», but «à 01:05». */
export const asHoras = (time: string): string => `${/^0?1\D/.test(time) ? 'à' : 'às'} ${time}`;
