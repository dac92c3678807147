import type { SeededProduct } from './seed-company.ts';
import { lots, orderLines, products } from './seed-data.ts';
import type { SeedRows } from './seed-rows.ts';

function demandFor(code: string, transfers: number): number {
  let sum = 0;
  for (let n = 0; n < transfers; n += 1)
    for (const [product, quantity] of orderLines(n)) if (product === code) sum += quantity;
  return sum;
}

/** Products with enough stock for every order, and some over. */
export async function seedGoods(rows: SeedRows, stockId: number, unitId: number, companyId: number, transfers: number) {
  const byCode = new Map<string, SeededProduct>();
  const lotRows: { id: number; quantity: number }[] = [];
  for (const product of products) {
    const { code, name, barcode, weight, price, cost, tracking } = product;
    const id = await rows.one('product.product', {
      name,
      default_code: code,
      barcode,
      weight,
      list_price: price,
      standard_price: cost,
      tracking,
      uom_id: unitId,
      active: true,
    });
    byCode.set(code, { id, name, shown: `[${code}] ${name}`, tracking, price, cost });
    const stock = demandFor(code, transfers) + 500;
    if (tracking === 'none')
      await rows.one('stock.quant', {
        product_id: id,
        location_id: stockId,
        lot_id: null,
        package_id: null,
        quantity: stock,
      });
    else
      for (const lot of lots) {
        const lotId = await rows.one('stock.lot', { name: lot, product_id: id, company_id: companyId });
        await rows.one('stock.quant', {
          product_id: id,
          location_id: stockId,
          lot_id: lotId,
          package_id: null,
          quantity: stock,
        });
        lotRows.push({ id: lotId, quantity: stock });
      }
  }
  return { products: byCode, lots: lotRows };
}
