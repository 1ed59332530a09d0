package io.waymark.cli.pack;

import io.waymark.cli.pack.Decisions.Move;
import io.waymark.cli.pack.Decisions.Rule;
import io.waymark.cli.pack.Decisions.Schedule;
import io.waymark.cli.pack.Decisions.Stop;
import io.waymark.cli.pack.LoadReport.Counts;
import io.waymark.proto.indicator.v1.SetFigureReportingRuleRequest;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.ReviseScheduleRequest;
import io.waymark.proto.registry.v1.ScheduleVersion;
import io.waymark.proto.registry.v1.SetReportingRuleRequest;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.proto.type.v1.ReportingRule;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records the decisions of a pack, the earliest first. One that is there already, from whichever
 * source, is not made again; none is ever taken back.
 */
final class DecisionLoader {
  private final Keepers keepers;
  private final PlanPack pack;
  private final DecisionMessages messages;
  private final Map<String, ProjectState> states = new HashMap<>();

  DecisionLoader(Keepers keepers, PlanPack pack) {
    this.keepers = keepers;
    this.pack = pack;
    this.messages = new DecisionMessages(pack);
  }

  Counts load() {
    Decisions decisions = pack.decisions();
    if (decisions.isEmpty()) {
      return Counts.NONE;
    }
    keepers
        .projects(pack.plan().id())
        .forEach(state -> states.put(state.getProject().getProjectId(), state));
    Counts counts = Counts.NONE;
    for (Schedule schedule : by(decisions.schedules(), Comparator.comparing(Schedule::effective))) {
      counts = counts.plus(schedule(schedule));
    }
    for (Move move : by(decisions.moves(), Comparator.comparing(Move::date))) {
      counts = counts.plus(move(move));
    }
    for (Stop stop : by(decisions.stops(), Comparator.comparing(Stop::from))) {
      counts = counts.plus(stop(stop));
    }
    return counts.plus(rules(decisions.rules()));
  }

  private static <T> List<T> by(List<T> decisions, Comparator<T> order) {
    return decisions.stream().sorted(order).toList();
  }

  private ProjectState state(String project) {
    return states.getOrDefault(project, ProjectState.getDefaultInstance());
  }

  /** A document that is known with another content makes another version. */
  private Counts schedule(Schedule schedule) {
    ReviseScheduleRequest request = messages.schedule(schedule);
    Optional<ScheduleVersion> known =
        state(schedule.project()).getScheduleRevisionsList().stream()
            .filter(version -> version.getEffective().equals(request.getEffective()))
            .filter(version -> version.getDocument().equals(request.getDocument()))
            .reduce((first, second) -> second);
    if (known.filter(version -> says(version, request)).isPresent()) {
      return unchanged();
    }
    Retrying.call(() -> keepers.registry().reviseSchedule(request));
    return known.isPresent() ? changed() : created();
  }

  /** A date that the pack leaves open is as in the version before, whatever that was. */
  private static boolean says(ScheduleVersion version, ReviseScheduleRequest request) {
    return agrees(request.getPlannedStart(), version.getPlannedStart())
        && agrees(request.getPlannedFinish(), version.getPlannedFinish())
        && version.getApprover().equals(request.getApprover())
        && version.getReason().equals(request.getReason())
        && DecisionMessages.points(version.getPointsList())
            .equals(DecisionMessages.points(request.getPointsList()));
  }

  private static boolean agrees(String stated, String held) {
    return stated.isEmpty() || stated.equals(held);
  }

  private Counts move(Move move) {
    boolean known =
        state(move.project()).getPhaseMovesList().stream()
            .anyMatch(held ->
                held.getPhase() == move.phase() && held.getDate().equals(move.date().toString()));
    if (known) {
      return unchanged();
    }
    Retrying.call(() -> keepers.registry().movePhase(messages.move(move)));
    return created();
  }

  private Counts stop(Stop stop) {
    Optional<Suspension> known =
        state(stop.project()).getSuspensionsList().stream()
            .filter(held -> held.getFrom().equals(stop.from().toString()))
            .findFirst();
    String until = stop.until().map(Object::toString).orElse("");
    if (known.isPresent()) {
      boolean ends = !until.isEmpty() && !until.equals(known.get().getUntil());
      return ends ? resumed(stop) : unchanged();
    }
    Retrying.call(() -> keepers.registry().suspendProject(messages.suspend(stop)));
    if (!stop.resumption().isEmpty()) {
      Retrying.call(() -> keepers.registry().resumeProject(messages.resume(stop)));
    }
    return created();
  }

  private Counts resumed(Stop stop) {
    Retrying.call(() -> keepers.registry().resumeProject(messages.resume(stop)));
    return changed();
  }

  private Counts rules(List<Rule> rules) {
    if (rules.isEmpty()) {
      return Counts.NONE;
    }
    Map<String, ReportingRule> held = new HashMap<>();
    String plan = pack.plan().id();
    keepers.rulesOfReports(plan).forEach(rule -> held.put(key(true, rule), said(rule)));
    keepers.rulesOfFigures(plan).forEach(rule -> held.put(key(false, rule), said(rule)));
    Counts counts = Counts.NONE;
    for (Rule rule : by(rules, Comparator.comparing(Rule::effective))) {
      ReportingRule wanted = DecisionMessages.rule(rule);
      ReportingRule known = held.get(key(rule.ofProjects(), wanted));
      if (wanted.equals(known)) {
        counts = counts.plus(unchanged());
      } else {
        set(rule.ofProjects(), wanted);
        counts = counts.plus(known == null ? created() : changed());
      }
    }
    return counts;
  }

  private void set(boolean ofProjects, ReportingRule rule) {
    String plan = pack.plan().id();
    if (ofProjects) {
      var _ =
          keepers
              .reports()
              .setReportingRule(
                  SetReportingRuleRequest.newBuilder().setPlanId(plan).setRule(rule).build());
    } else {
      var _ =
          keepers
              .figures()
              .setFigureReportingRule(
                  SetFigureReportingRuleRequest.newBuilder().setPlanId(plan).setRule(rule).build());
    }
  }

  private static String key(boolean ofProjects, ReportingRule rule) {
    return String.join(
        "|",
        Boolean.toString(ofProjects),
        rule.getSubjectId(),
        rule.getFrequency(),
        rule.getEffective());
  }

  /** Without who set it and when. */
  private static ReportingRule said(ReportingRule rule) {
    return rule.toBuilder().clearActor().clearRecordedAt().build();
  }

  private static Counts created() {
    return new Counts(1, 0, 0);
  }

  private static Counts changed() {
    return new Counts(0, 1, 0);
  }

  private static Counts unchanged() {
    return new Counts(0, 0, 1);
  }
}
