package io.waymark.alerting.mail;

import io.waymark.alerting.domain.ProjectFigures;
import io.waymark.alerting.mail.Letter.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a project, line by line. */
final class ProjectRows {
  private static final int OBSTACLE = 300;

  private final Words words;
  private final ProjectFigures project;

  ProjectRows(Words words, ProjectFigures project) {
    this.words = words;
    this.project = project;
  }

  List<Row> rows(LocalDate asOf) {
    List<Row> rows = new ArrayList<>();
    progress(asOf, rows);
    dates(rows);
    if (project.pOnTime() != null) {
      rows.add(new Row(words.chanceOnTime(), words.chance(project.pOnTime()), ""));
    }
    String obstacle = Inert.line(project.obstacle(), OBSTACLE);
    if (!obstacle.isEmpty()) {
      rows.add(new Row(words.obstacle(), obstacle, ""));
    }
    return rows;
  }

  private void progress(LocalDate asOf, List<Row> rows) {
    LocalDate day = project.percentDate();
    Double percent = project.percentComplete();
    rows.add(
        new Row(
            words.percentComplete(day == null ? "" : day.toString()),
            percent == null ? words.none() : Numbers.oneDigit(percent) + "%",
            ""));
    if (project.scheduledPercent() != null) {
      Double behind = project.pointsBehind();
      rows.add(
          new Row(
              words.scheduledNow(asOf.toString()),
              Numbers.oneDigit(project.scheduledPercent()) + "%",
              behind == null ? "" : words.points(behind)));
    }
  }

  private void dates(List<Row> rows) {
    add(words.plannedFinish(), project.plannedFinish(), "", rows);
    add(words.declaredFinish(), project.declaredFinish(), "", rows);
    boolean spread = project.finishP10() != null && project.finishP90() != null;
    String interval =
        spread ? words.interval(project.finishP10() + " ", " " + project.finishP90()) : "";
    add(words.expectedFinish(), project.finishP50(), interval, rows);
    if (project.expectedDelayDays() != null) {
      rows.add(new Row(words.expectedDelay(), words.days(project.expectedDelayDays()), ""));
    }
  }

  private static void add(String label, @Nullable LocalDate date, String note, List<Row> rows) {
    if (date != null) {
      rows.add(new Row(label, date.toString(), note));
    }
  }
}
