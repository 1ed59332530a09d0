package io.waymark.registry.domain;

/** Kind of source that pays for a project. */
public enum FundingSource {
  CENTRAL_BUDGET,
  PROVINCIAL_BUDGET,
  CITY_BUDGET,
  DISTRICT_BUDGET,
  SPECIAL_BOND,
  BANK_LOAN,
  ENTERPRISE,
  PRIVATE_CAPITAL,
  OTHER
}
