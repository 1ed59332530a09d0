package io.waymark.registry.app;

import io.waymark.registry.domain.Phase;
import io.waymark.registry.domain.ProjectKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which projects are wanted: those that meet all of it.
 *
 * @param category only this field; empty for all
 * @param leadBureauId only this lead bureau; empty for all
 * @param phases only these phases; empty for all
 * @param kind only this list
 * @param district only this district; empty for all
 * @param parentProjectId only the parts of this project; empty for all
 * @param bureauId only what this bureau leads or supports; empty for all
 * @param search only where id or name contains this, letters of either case; empty for all
 * @param stoppedOn only projects whose clock stands on this day
 */
public record ProjectFilter(
    String category,
    String leadBureauId,
    Set<Phase> phases,
    Optional<ProjectKind> kind,
    String district,
    String parentProjectId,
    String bureauId,
    String search,
    Optional<LocalDate> stoppedOn) {
  /** All projects. */
  public static final ProjectFilter ALL =
      new ProjectFilter("", "", Set.of(), Optional.empty(), "", "", "", "", Optional.empty());

  public ProjectFilter {
    phases = Set.copyOf(phases);
  }
}
