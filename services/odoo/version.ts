export type MajorVersion = 17 | 18 | 19;

/** What differs between the versions for somebody who calls them. */
export interface VersionFacts {
  readonly packageModel: 'stock.package' | 'stock.quant.package';
  /** A package may stand in another. */
  readonly nestedPackages: boolean;
  readonly orderLineUnit: 'product_uom' | 'product_uom_id';
}

const before19: VersionFacts = {
  packageModel: 'stock.quant.package',
  nestedPackages: false,
  orderLineUnit: 'product_uom',
};

export const versionFacts: Readonly<Record<MajorVersion, VersionFacts>> = {
  17: before19,
  18: before19,
  19: { packageModel: 'stock.package', nestedPackages: true, orderLineUnit: 'product_uom_id' },
};

/** `17`, `18.0` or `saas~18.3` as a version that the hub knows; later ones count as 19. Undefined below 17. */
export function majorOf(version: string | number): MajorVersion | undefined {
  const major = Number(/\d+/.exec(String(version))?.[0] ?? Number.NaN);
  if (Number.isNaN(major) || major < 17) return undefined;
  return major >= 19 ? 19 : (major as MajorVersion);
}
