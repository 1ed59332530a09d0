package io.waymark.cli.view;

import io.waymark.cli.text.Words;
import io.waymark.proto.registry.v1.Finding;
import io.waymark.proto.type.v1.Provenance;
import java.util.List;

/** Reports that are worth a second look. */
public final class FindingsView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public FindingsView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** Each with its reason below. */
  public String render(List<Finding> findings) {
    if (findings.isEmpty()) {
      return words.get("findings.none") + "\n";
    }
    StringBuilder page = new StringBuilder();
    for (Finding finding : findings) {
      String simulated =
          finding.getProvenance() == Provenance.PROVENANCE_SIMULATED
              ? " · " + words.get("label.simulatedShort")
              : "";
      page.append(words.getOr("finding." + finding.getKind().name(), "-"))
          .append("  ")
          .append(view.strong(words.language().of(finding.getProjectName())))
          .append("\n    ")
          .append(
              view.faint(
                  String.join(
                          " · ",
                          finding.getAsOf(),
                          finding.getProjectId(),
                          finding.getBureauId(),
                          finding.getReportId())
                      + simulated))
          .append("\n    ")
          .append(words.language().of(finding.getReason()))
          .append('\n');
    }
    return page.append(view.faint(words.get("findings.note", findings.size())))
        .append('\n')
        .toString();
  }
}
