package io.waymark.registry.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Where a project is, what it belongs to and what it costs.
 *
 * @param parentProjectId the project of the same plan that it is part of; empty at the top
 * @param budget 1e8 CNY (亿元)
 * @param funding together not above the budget
 */
public record ProjectDetails(
    Place place,
    String parentProjectId,
    Optional<BigDecimal> budget,
    List<FundingLine> funding,
    ProjectKind kind) {
  /** Nothing stated. */
  public static final ProjectDetails NONE =
      new ProjectDetails(Place.NOWHERE, "", Optional.empty(), List.of(), ProjectKind.PROJECT);

  public ProjectDetails {
    funding = List.copyOf(funding);
  }
}
