package io.waymark.alerting.mail;

import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.domain.TargetFigures;
import io.waymark.alerting.domain.Verdict;
import io.waymark.alerting.mail.Letter.Legend;
import io.waymark.alerting.mail.chart.Painter;
import java.util.ArrayList;
import java.util.List;

/** Says in words what the chart shows. */
final class Pictures {
  private final Words words;

  Pictures(Words words) {
    this.words = words;
  }

  /**
   * The chart as the letter refers to it.
   *
   * @param source where the HTML finds the picture
   */
  Letter.Picture of(Verdict verdict, String source) {
    return new Letter.Picture(source, alt(verdict), Painter.WIDTH, Painter.HEIGHT, legend(verdict));
  }

  private List<Legend> legend(Verdict verdict) {
    List<String> names = words.legend(verdict.project() != null, verdict.asOf().toString());
    List<Legend> legend = new ArrayList<>();
    add(legend, !verdict.course().history().isEmpty(), "●", "#1f2328", names.get(0));
    add(legend, !verdict.course().schedule().isEmpty(), "┄", "#6e7781", names.get(1));
    boolean projected = verdict.project() != null || !verdict.course().fan().isEmpty();
    add(legend, projected, "▬", "#0969da", names.get(2));
    add(legend, true, "◇", "#a40e26", names.get(3));
    add(legend, true, "│", "#6e7781", names.get(4));
    return legend;
  }

  private static void add(
      List<Legend> legend, boolean shown, String sign, String colour, String name) {
    if (shown) {
      legend.add(new Legend(sign, colour, name));
    }
  }

  private String alt(Verdict verdict) {
    List<String> parts = new ArrayList<>();
    if (verdict.target() != null) {
      target(verdict, verdict.target(), parts);
    }
    if (verdict.project() != null) {
      project(verdict, verdict.project(), parts);
    }
    return words.alt(parts);
  }

  private void target(Verdict verdict, TargetFigures target, List<String> parts) {
    Figures figures = Figures.of(target, words.language());
    List<Course.Point> history = verdict.course().history();
    if (!history.isEmpty()) {
      Course.Point first = history.getFirst();
      Course.Point last = history.getLast();
      parts.add(
          words.altHistory(
              history.size(),
              dated(figures.computed(first.value()), first),
              dated(figures.computed(last.value()), last)));
    }
    if (target.scheduled() != null) {
      parts.add(words.altSchedule(figures.fine(target.scheduled()), verdict.asOf().toString()));
    }
    if (target.targetValue() != null && target.due() != null) {
      parts.add(words.altGoal(figures.given(target.targetValue()), target.due().toString()));
    }
    if (target.outlook() != null) {
      var at = target.outlook().atDue();
      List<String> range = figures.computedRange(at.p10(), at.p90());
      String interval = words.interval(range.getFirst(), range.getLast());
      parts.add(words.altExpected(figures.computed(at.p50()), interval));
    }
  }

  private void project(Verdict verdict, ProjectFigures project, List<String> parts) {
    List<Course.Point> history = verdict.course().history();
    if (!history.isEmpty()) {
      Course.Point first = history.getFirst();
      Course.Point last = history.getLast();
      parts.add(
          words.altHistory(
              history.size(),
              dated(Numbers.oneDigit(first.value()) + "%", first),
              dated(Numbers.oneDigit(last.value()) + "%", last)));
    }
    if (project.scheduledPercent() != null) {
      parts.add(
          words.altSchedule(
              Numbers.oneDigit(project.scheduledPercent()) + "%", verdict.asOf().toString()));
    }
    if (project.plannedFinish() != null) {
      parts.add(words.altGoal("100%", project.plannedFinish().toString()));
    }
    if (project.finishP50() != null && project.finishP10() != null && project.finishP90() != null) {
      parts.add(
          words.altFinish(
              project.finishP50().toString(),
              project.finishP10().toString(),
              project.finishP90().toString()));
    }
  }

  private String dated(String figure, Course.Point point) {
    return switch (words.language()) {
      case ZH -> figure + "（" + point.date() + "）";
      case EN -> figure + " (" + point.date() + ")";
    };
  }
}
