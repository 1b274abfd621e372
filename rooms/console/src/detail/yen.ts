/** An amount with its thousands parted: 10,000. */
export function yen(amount: number): string {
  return amount.toLocaleString('ja-JP');
}
