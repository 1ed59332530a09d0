package io.waymark.indicator.domain;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.indicator.v1.ReviseTargetRequest;
import io.waymark.proto.registry.v1.PhaseMove;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.registry.v1.Suspension;
import io.waymark.proto.type.v1.LocalizedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure that speaks of a day before today: what was judged since that day may no longer be true.
 *
 * @param from the day that it speaks of
 * @param words what came late or was corrected
 */
public record Lateness(LocalDate from, LocalizedText words) {

  /** Both, from the earlier day on. */
  public Lateness and(Lateness other) {
    LocalizedText both =
        text(words.getZh() + "；" + other.words.getZh(), words.getEn() + "; " + other.words.getEn());
    return new Lateness(from.isBefore(other.from) ? from : other.from, both);
  }

  /**
   * Whether an observation is late.
   *
   * @param superseded what it replaces; null if it is the first of its period
   * @return empty if it speaks of today
   */
  public static Optional<Lateness> of(
      Observation observation,
      @Nullable Observation superseded,
      Indicator indicator,
      LocalDate today) {
    LocalDate day = LocalDate.parse(observation.getPeriodEnd());
    String value = observation.getValue();
    LocalizedText words =
        superseded == null
            ? about(
                indicator.getName(),
                "%s 的监测值 %s 于 %s 报送".formatted(day, value, today),
                "the figure of %s (%s) came on %s".formatted(day, value, today))
            : about(
                indicator.getName(),
                "%s 的监测值 %s 于 %s 更正为 %s".formatted(day, superseded.getValue(), today, value),
                "the figure of %s was corrected on %s from %s to %s"
                    .formatted(day, today, superseded.getValue(), value));
    return late(new Lateness(day, words), today);
  }

  /**
   * Whether what is new in a project's state speaks of an earlier day: reports, stops of the clock,
   * moves to another phase and schedules by document. A plan date that a later loading of the plan
   * changed is none: it holds from when it was recorded.
   *
   * @param before the state held until now; null if there was none
   */
  public static Optional<Lateness> of(
      @Nullable ProjectState before, ProjectState after, LocalDate today) {
    ProjectState was = before == null ? ProjectState.getDefaultInstance() : before;
    List<Lateness> found = new ArrayList<>(reports(was, after, today));
    found.addAll(stops(was, after));
    found.addAll(moves(was, after));
    found.addAll(schedules(was, after));
    return found.stream()
        .min(Comparator.comparing(Lateness::from))
        .flatMap(first -> late(first, today));
  }

  /** Whether an annual plan's target was revised with effect from an earlier day. */
  public static Optional<Lateness> ofAnnualTarget(ReviseTargetRequest request, LocalDate today) {
    String from = request.getEffective();
    LocalizedText words =
        text(
            "年度目标 %s 于 %s 按%s调整为 %s，自 %s 起"
                .formatted(
                    request.getTargetId(), today, request.getDocument(), request.getValue(), from),
            "the annual target %s was revised on %s by %s to %s, from %s on"
                .formatted(
                    request.getTargetId(), today, request.getDocument(), request.getValue(), from));
    return late(new Lateness(LocalDate.parse(from), words), today);
  }

  private static List<Lateness> reports(ProjectState was, ProjectState is, LocalDate today) {
    Map<String, ProgressReport> gone = byId(was);
    Map<String, ProgressReport> come = byId(is);
    List<Lateness> found = new ArrayList<>();
    come.values().stream()
        .filter(report -> !gone.containsKey(report.getReportId()))
        .forEach(report -> {
          ProgressReport corrected = gone.get(report.getCorrectsReportId());
          LocalDate day = LocalDate.parse(report.getAsOf());
          LocalDate from = corrected == null ? day : earlier(day, corrected);
          found.add(new Lateness(from, words(is, report, corrected, today)));
        });
    return found;
  }

  private static Map<String, ProgressReport> byId(ProjectState state) {
    Map<String, ProgressReport> reports = new HashMap<>();
    state.getReportsList().forEach(report -> reports.put(report.getReportId(), report));
    return reports;
  }

  private static LocalDate earlier(LocalDate day, ProgressReport corrected) {
    LocalDate other = LocalDate.parse(corrected.getAsOf());
    return other.isBefore(day) ? other : day;
  }

  private static LocalizedText words(
      ProjectState state,
      ProgressReport report,
      @Nullable ProgressReport corrected,
      LocalDate today) {
    LocalizedText name = state.getProject().getName();
    String day = report.getAsOf();
    if (corrected == null) {
      String percent = percent(report);
      return about(
          name,
          "%s 的进度填报%s于 %s 报送".formatted(day, percent.isEmpty() ? "" : "（" + percent + "）", today),
          "the report of %s%s came on %s"
              .formatted(day, percent.isEmpty() ? "" : " (" + percent + ")", today));
    }
    String was = percent(corrected);
    String is = percent(report);
    boolean changed = !was.isEmpty() && !is.isEmpty() && !was.equals(is);
    return about(
        name,
        "%s 的进度填报于 %s 更正".formatted(day, today) + (changed ? "，由 " + was + " 改为 " + is : ""),
        "the report of %s was corrected on %s".formatted(day, today)
            + (changed ? ", from " + was + " to " + is : ""));
  }

  private static String percent(ProgressReport report) {
    if (!report.hasPercentComplete()) {
      return "";
    }
    double percent = report.getPercentComplete();
    return (percent == Math.rint(percent)
            ? String.valueOf((long) percent)
            : String.valueOf(percent))
        + "%";
  }

  private static List<Lateness> stops(ProjectState was, ProjectState is) {
    LocalizedText name = is.getProject().getName();
    List<Lateness> found = new ArrayList<>();
    for (Suspension stop : is.getSuspensionsList()) {
      boolean known =
          was.getSuspensionsList().stream().anyMatch(s -> s.getFrom().equals(stop.getFrom()));
      if (!known) {
        found.add(
            new Lateness(
                LocalDate.parse(stop.getFrom()),
                about(
                    name,
                    "自 %s 起停工（%s）".formatted(stop.getFrom(), stop.getApproval()),
                    "stopped from %s (%s)".formatted(stop.getFrom(), stop.getApproval()))));
      } else if (!stop.getUntil().isEmpty() && !was.getSuspensionsList().contains(stop)) {
        found.add(
            new Lateness(
                LocalDate.parse(stop.getUntil()),
                about(
                    name,
                    "自 %s 起复工".formatted(stop.getUntil()),
                    "resumed from %s".formatted(stop.getUntil()))));
      }
    }
    return found;
  }

  /** By command: one that a report tells is late with its report. */
  private static List<Lateness> moves(ProjectState was, ProjectState is) {
    LocalizedText name = is.getProject().getName();
    return is.getPhaseMovesList().stream()
        .filter(move -> move.getReportId().isEmpty())
        .filter(move ->
            was.getPhaseMovesList().stream()
                .noneMatch(known -> known.getMoveId().equals(move.getMoveId())))
        .map(move ->
            new Lateness(
                from(was, move),
                about(
                    name,
                    "自 %s 起阶段变更".formatted(move.getDate()),
                    "in another phase from %s on".formatted(move.getDate()))))
        .toList();
  }

  /** A move that corrects another one changes what was held from the earlier of both days on. */
  private static LocalDate from(ProjectState was, PhaseMove move) {
    LocalDate day = LocalDate.parse(move.getDate());
    return was.getPhaseMovesList().stream()
        .filter(known -> known.getMoveId().equals(move.getCorrectsMoveId()))
        .map(known -> LocalDate.parse(known.getDate()))
        .filter(corrected -> corrected.isBefore(day))
        .findFirst()
        .orElse(day);
  }

  private static List<Lateness> schedules(ProjectState was, ProjectState is) {
    LocalizedText name = is.getProject().getName();
    return is.getScheduleRevisionsList().stream()
        .filter(version -> !was.getScheduleRevisionsList().contains(version))
        .map(version ->
            new Lateness(
                LocalDate.parse(version.getEffective()),
                about(
                    name,
                    "计划工期自 %s 起调整（%s）".formatted(version.getEffective(), version.getDocument()),
                    "another schedule from %s on (%s)"
                        .formatted(version.getEffective(), version.getDocument()))))
        .toList();
  }

  private static Optional<Lateness> late(Lateness lateness, LocalDate today) {
    return lateness.from().isBefore(today) ? Optional.of(lateness) : Optional.empty();
  }

  private static LocalizedText about(LocalizedText name, String zh, String en) {
    String chinese = name.getZh().isEmpty() ? name.getEn() : name.getZh();
    String english = name.getEn().isEmpty() ? name.getZh() : name.getEn();
    return text(chinese + "：" + zh, english + ": " + en);
  }

  private static LocalizedText text(String zh, String en) {
    return LocalizedText.newBuilder().setZh(zh).setEn(en).build();
  }
}
