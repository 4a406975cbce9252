/** Apart from the factories, whose server code the test runner's process cannot load. */
export const TEST_PASSWORD = "demo-password-1";
