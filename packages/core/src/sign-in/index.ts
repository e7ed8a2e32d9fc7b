export {
  firstSignIn,
  signInStep,
  type SignInCommand,
  type SignInEvent,
  type SignInState,
  type SignInStep,
} from './sign-in.machine.ts';
