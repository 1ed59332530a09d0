package io.waymark.sheets.filing;

import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.Observation;
import io.waymark.proto.registry.v1.ProgressReport;
import io.waymark.proto.registry.v1.Project;
import io.waymark.proto.registry.v1.ProjectState;
import io.waymark.proto.type.v1.LocalizedText;
import io.waymark.sheets.SheetWords;
import io.waymark.sheets.form.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Templates with a bureau's own projects or indicators, and what was last said of them. */
public final class Templates {
  private final SheetWords words;

  /** Templates in one language. */
  public Templates(SheetWords words) {
    this.words = words;
  }

  /** Writes a form for the projects that the bureau leads; returns how many they are. */
  public int reports(Projects projects, String asOf, OutputStream out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (ProjectState state : projects.led()) {
      rows.add(row(state, asOf));
    }
    Template.reports(rows, words, out);
    return rows.size();
  }

  /** Writes a form for the indicators that the bureau observes; returns how many they are. */
  public int figures(Indicators indicators, OutputStream out) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Indicator indicator : indicators.led()) {
      Optional<Observation> newest = indicators.newest(indicator);
      rows.add(
          List.of(
              indicator.getIndicatorId(),
              name(indicator.getName()),
              name(indicator.getUnit()),
              newest.map(Observation::getPeriodEnd).orElse(""),
              newest.map(Observation::getValue).orElse("")));
    }
    Template.figures(rows, words, out);
    return rows.size();
  }

  /** Reports come oldest first; each figure is the last that was reported. */
  private List<String> row(ProjectState state, String asOf) {
    String last = "";
    String percent = "";
    String invested = "";
    for (ProgressReport report : state.getReportsList()) {
      last = report.getAsOf();
      percent = report.hasPercentComplete() ? plain(report.getPercentComplete()) : percent;
      invested = report.getInvestedToDate().isEmpty() ? invested : report.getInvestedToDate();
    }
    Project project = state.getProject();
    return List.of(project.getProjectId(), name(project.getName()), last, percent, invested, asOf);
  }

  private String name(LocalizedText text) {
    return words.language().equals("zh") || text.getEn().isEmpty() ? text.getZh() : text.getEn();
  }

  private static String plain(double percent) {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
  }
}
