package io.waymark.registry.grpc;

import io.waymark.chassis.failure.Failure;
import io.waymark.proto.registry.v1.ListProjectsRequest;
import io.waymark.refusals.Expected;
import io.waymark.registry.app.ProjectFilter;
import io.waymark.registry.domain.Phase;
import io.waymark.registry.domain.ProjectKind;
import io.waymark.registry.domain.Store;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which projects a caller wants. A store is asked for as the phases that make it up. */
final class FilterWire {
  private FilterWire() {}

  static ProjectFilter filter(ListProjectsRequest request, LocalDate today) {
    Set<Phase> phases = EnumSet.noneOf(Phase.class);
    for (int i = 0; i < request.getPhasesCount(); i++) {
      phases.add(
          known(
              Phase.class,
              "phases[" + i + "]",
              request.getPhases(i).name(),
              request.getPhasesValue(i),
              "PHASE_"));
    }
    Set<Phase> wanted = phases;
    if (request.getStoreValue() != 0) {
      Store store =
          known(Store.class, "store", request.getStore().name(), request.getStoreValue(), "STORE_");
      wanted = EnumSet.copyOf(store.phases());
      if (!phases.isEmpty()) {
        wanted.retainAll(phases);
        requireSome(wanted, store);
      }
    }
    Optional<ProjectKind> kind =
        request.getKindValue() == 0
            ? Optional.empty()
            : Optional.of(
                known(
                    ProjectKind.class,
                    "kind",
                    request.getKind().name(),
                    request.getKindValue(),
                    "PROJECT_KIND_"));
    return new ProjectFilter(
        request.getCategory(),
        request.getLeadBureauId(),
        wanted,
        kind,
        request.getDistrict(),
        request.getParentProjectId(),
        request.getBureauId(),
        request.getSearch(),
        request.getSuspended() ? Optional.of(today) : Optional.empty());
  }

  /** No phase at all would be read as every phase. */
  private static void requireSome(Set<Phase> wanted, Store store) {
    if (wanted.isEmpty()) {
      throw Failure.invalid(
          "phases", "", Expected.AMONG_THEM.with(names(EnumSet.copyOf(store.phases()))));
    }
  }

  private static <E extends Enum<E>> E known(
      Class<E> type, String field, String name, int number, String prefix) {
    if (name.equals("UNRECOGNIZED")) {
      throw Failure.invalid(
          field, Integer.toString(number), Expected.ONE_OF.with(names(EnumSet.allOf(type))));
    }
    return Enum.valueOf(type, name.substring(prefix.length()));
  }

  private static String names(Set<? extends Enum<?>> constants) {
    return String.join(", ", constants.stream().map(Enum::name).toList());
  }
}
