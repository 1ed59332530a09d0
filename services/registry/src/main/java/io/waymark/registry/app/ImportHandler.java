package io.waymark.registry.app;

import io.waymark.registry.domain.BureauChange;
import io.waymark.registry.domain.BureauDraft;
import io.waymark.registry.domain.BureauEvent;
import io.waymark.registry.domain.BureauState;
import io.waymark.registry.domain.Bureaus;
import io.waymark.registry.domain.ImportCounts;
import io.waymark.registry.domain.Now;
import io.waymark.registry.domain.ProjectChange;
import io.waymark.registry.domain.ProjectCommand;
import io.waymark.registry.domain.ProjectDefinition;
import io.waymark.registry.domain.ProjectDraft;
import io.waymark.registry.domain.ProjectEvent;
import io.waymark.registry.domain.ProjectKey;
import io.waymark.registry.domain.ProjectRules;
import io.waymark.registry.domain.ProjectState;
import io.waymark.registry.domain.Projects;
import io.waymark.registry.domain.Requester;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Carries imports out, each all or nothing. What is already so is left alone. */
public final class ImportHandler {
  private final RegistryStore store;
  private final Clock clock;

  /** Creates a handler. */
  public ImportHandler(RegistryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Creates or updates bureaus. */
  public ImportCounts importBureaus(List<BureauDraft> drafts, Requester caller) {
    return store.transact(tx -> {
      Map<String, BureauState> known = tx.lockBureaus();
      List<BureauEvent> events = Bureaus.decide(known, drafts, caller);
      Now now = Now.of(clock, clock.getZone());
      List<BureauChange> changes = new ArrayList<>(events.size());
      for (BureauEvent event : events) {
        BureauState after = Bureaus.evolve(known.get(event.bureau().bureauId()), event);
        changes.add(new BureauChange(event, after, caller.actor(), now.instant()));
      }
      tx.appendBureaus(changes);
      long created = events.stream().filter(BureauEvent.Registered.class::isInstance).count();
      return counts(drafts.size(), created, events.size());
    });
  }

  /** Creates or updates projects of one plan. */
  public ImportCounts importProjects(
      List<ProjectDraft> drafts, Requester caller, String traceparent) {
    Projects.requirePlanOffice(caller);
    return store.transact(tx -> {
      Map<String, BureauState> bureaus = tx.bureaus(named(drafts));
      List<ProjectDefinition> definitions =
          ProjectRules.check(drafts, bureaus.keySet(), parents(tx, drafts));
      List<ProjectChange> changes = changes(tx, definitions, bureaus, caller, traceparent);
      tx.appendProjects(changes);
      long created =
          changes.stream()
              .filter(change -> change.event() instanceof ProjectEvent.Registered)
              .count();
      return counts(drafts.size(), created, changes.size());
    });
  }

  private List<ProjectChange> changes(
      RegistryTransaction tx,
      List<ProjectDefinition> definitions,
      Map<String, BureauState> bureaus,
      Requester caller,
      String traceparent) {
    Map<ProjectKey, ProjectState> states =
        tx.lockProjects(definitions.stream().map(ProjectDefinition::key).toList());
    Now now = Now.of(clock, clock.getZone());
    List<ProjectChange> changes = new ArrayList<>();
    for (ProjectDefinition definition : definitions) {
      ProjectState state = states.get(definition.key());
      ProjectCommand command = new ProjectCommand.Define(definition);
      for (ProjectEvent event : Projects.decide(state, command, caller, now).events()) {
        BureauState lead = Objects.requireNonNull(bureaus.get(definition.leadBureauId()));
        changes.add(
            new ProjectChange(
                event,
                Projects.evolve(state, event),
                lead.bureau().name(),
                caller.actor(),
                now.instant(),
                traceparent));
      }
    }
    return changes;
  }

  private static Map<String, String> parents(RegistryTransaction tx, List<ProjectDraft> drafts) {
    return drafts.isEmpty() ? Map.of() : tx.lockPlan(drafts.getFirst().planId());
  }

  private static Set<String> named(List<ProjectDraft> drafts) {
    Set<String> ids = new HashSet<>();
    for (ProjectDraft draft : drafts) {
      ids.add(draft.leadBureauId());
      ids.addAll(draft.supportingBureauIds());
    }
    return ids;
  }

  private static ImportCounts counts(int all, long created, int written) {
    return new ImportCounts((int) created, written - (int) created, all - written);
  }
}
