import { describe, expect, it } from 'vitest';
import { customerColumn, keyColumn, looksLikeIdentifier, timeColumn } from './names.ts';

describe('column names', () => {
  it.each([
    ['customer_id', 'CustomerID', 'order_id', 'CustomerID'],
    ['客户编号', '订单号', '客户编号'],
    ['user id', 'id', 'user id'],
    ['会员卡号', '会员卡号', '姓名'],
    ['Kunde', 'Kunde', 'Ort'],
  ])('finds the customer %s', (_, ...names) => {
    expect(customerColumn(names)).toBe(names.find((name) => ['CustomerID', '客户编号', 'user id', '会员卡号', 'Kunde'].includes(name)));
  });

  it('takes an own key only for a file of customers', () => {
    expect(keyColumn(['id', 'name'])).toBe('id');
    expect(customerColumn(['id', 'name'])).toBeUndefined();
    expect(keyColumn(['name', 'amount'])).toBeUndefined();
  });

  it('prefers what dates an order', () => {
    expect(timeColumn(['birthday', 'created_at', 'ordered_at'])).toBe('ordered_at');
    expect(timeColumn(['发货时间', '下单时间'])).toBe('下单时间');
    expect(timeColumn(['whenever'])).toBe('whenever');
    expect(timeColumn(['a', 'b'])).toBeUndefined();
  });

  it('knows identifiers', () => {
    for (const name of ['order_id', 'InvoiceNo', '手机号', 'zip', 'sku', 'product code'])
      expect(looksLikeIdentifier(name), name).toBe(true);
    for (const name of ['paid', 'amount', 'video', '金额', 'casino']) expect(looksLikeIdentifier(name), name).toBe(false);
  });
});
