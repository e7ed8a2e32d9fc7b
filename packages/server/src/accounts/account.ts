export interface Account {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
}
