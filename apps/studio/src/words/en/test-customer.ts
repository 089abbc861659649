// Testing one customer.
export const testCustomer = {
  title: 'Test a customer',
} as const;
