import type { ValidationIssue, Validator } from 'catga';
import type { PlaceOrder } from './messages.ts';

export class PlaceOrderValidator implements Validator<PlaceOrder> {
  validate(command: PlaceOrder): readonly ValidationIssue[] {
    const issues: ValidationIssue[] = [];
    if (command.customerId === '') issues.push({ path: 'customerId', message: 'must not be empty' });
    if (command.lines.length === 0) issues.push({ path: 'lines', message: 'an order needs at least one line' });
    for (const [index, line] of command.lines.entries()) {
      if (!Number.isInteger(line.quantity) || line.quantity < 1) {
        issues.push({ path: `lines[${index}].quantity`, message: 'must be a whole number, 1 or more' });
      }
      if (!Number.isInteger(line.unitPriceCents) || line.unitPriceCents < 0) {
        issues.push({ path: `lines[${index}].unitPriceCents`, message: 'must be a whole number, 0 or more' });
      }
    }
    return issues;
  }
}
