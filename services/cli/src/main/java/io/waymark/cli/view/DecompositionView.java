package io.waymark.cli.view;

import io.waymark.cli.text.Language;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Table.Cell;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.CheckedDecomposition;
import io.waymark.proto.indicator.v1.DecompositionFinding;
import io.waymark.proto.indicator.v1.FindingGravity;
import io.waymark.proto.indicator.v1.GetDecompositionResponse;
import io.waymark.proto.indicator.v1.LinkedTarget;
import io.waymark.proto.indicator.v1.RelatedPlan;
import io.waymark.proto.indicator.v1.Share;
import io.waymark.proto.type.v1.LocalizedText;

/** How a plan's targets are shared out: first what is wrong, then the shares, then the links. */
public final class DecompositionView {
  private final View view;
  private final Words words;

  /** For one reader. */
  public DecompositionView(View view) {
    this.view = view;
    this.words = view.words();
  }

  /** The whole answer. */
  public String render(GetDecompositionResponse reply) {
    StringBuilder text = new StringBuilder();
    text.append(view.strong(in(reply.getPlan().getName()))).append('\n');
    text.append(summary(reply)).append('\n');
    reply.getFindingsList().forEach(finding -> text.append(finding(finding)));
    for (CheckedDecomposition checked : reply.getDecompositionsList()) {
      text.append('\n').append(shares(checked));
    }
    text.append(links(reply));
    return text.toString();
  }

  private String summary(GetDecompositionResponse reply) {
    long faults =
        reply.getFindingsList().stream()
            .filter(f -> f.getGravity() == FindingGravity.FINDING_GRAVITY_FAULT)
            .count();
    return words.get(
        "shares.summary",
        reply.getTargets(),
        reply.getTargets() - reply.getUndecomposedTargetIdsCount(),
        faults,
        reply.getFindingsCount() - faults);
  }

  private String finding(DecompositionFinding finding) {
    boolean grave = finding.getGravity() == FindingGravity.FINDING_GRAVITY_FAULT;
    String mark = words.get(grave ? "shares.fault" : "shares.note");
    return view.style().paint(grave ? Tone.RED : Tone.YELLOW, mark)
        + "  "
        + in(finding.getWords())
        + "\n";
  }

  private String shares(CheckedDecomposition checked) {
    String kind = words.get("shares." + checked.getDecomposition().getKind().name());
    String method = words.get("shares." + checked.getDecomposition().getMethod().name());
    StringBuilder text = new StringBuilder();
    text.append(view.strong(in(checked.getName())))
        .append("  ")
        .append(
            view.faint(checked.getDecomposition().getTargetId() + " · " + kind + " · " + method))
        .append('\n');
    Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT);
    table.heading(
        words.get("shares.assignee"),
        words.get("shares.value"),
        words.get("shares.weight"),
        words.get("shares.child"));
    for (int i = 0; i < checked.getDecomposition().getSharesCount(); i++) {
      row(table, checked.getDecomposition().getShares(i), in(checked.getAssignees(i)));
    }
    text.append(table.render(view.style()));
    text.append("  ")
        .append(
            words.get(
                "shares.sum",
                orDash(checked.getCombined()),
                orDash(checked.getExpected()),
                in(checked.getUnit()),
                orDash(checked.getTolerance())))
        .append('\n');
    return text.toString();
  }

  private void row(Table table, Share share, String assignee) {
    String value = share.getNone() ? "/" : share.getValue();
    String child =
        share.getChildTargetId().isEmpty()
            ? ""
            : share.getChildPlanId() + "/" + share.getChildTargetId();
    boolean open = value.isEmpty();
    table.row(
        Cell.of(assignee),
        new Cell(open ? words.get("shares.open") : value, open ? Tone.RED : Tone.PLAIN),
        Cell.of(share.getWeight()),
        Cell.of(child));
  }

  private String links(GetDecompositionResponse reply) {
    StringBuilder text = new StringBuilder();
    for (RelatedPlan related : reply.getRelatedList()) {
      text.append('\n')
          .append(
              words.get(
                  related.getParent() ? "shares.parent" : "shares.childPlan",
                  in(related.getPlan().getName()),
                  related.getPlan().getPlanId(),
                  related.getLinks()));
    }
    if (reply.getLinksCount() > 0) {
      Table table = new Table("  ", Align.LEFT, Align.RIGHT, Align.LEFT, Align.RIGHT, Align.LEFT);
      table.heading(
          words.get("shares.target"),
          words.get("shares.above"),
          words.get("shares.due"),
          words.get("shares.below"),
          words.get("shares.due"));
      for (LinkedTarget link : reply.getLinksList()) {
        table.row(
            in(link.getName()),
            in(link.getParentFigure()),
            link.getParentDue(),
            in(link.getChildFigure()),
            link.getChildDue());
      }
      text.append('\n').append(table.render(view.style()));
    } else if (!text.isEmpty()) {
      text.append('\n');
    }
    return text.toString();
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private String in(LocalizedText text) {
    boolean chinese = words.language() == Language.ZH;
    String first = chinese ? text.getZh() : text.getEn();
    return first.isEmpty() ? (chinese ? text.getEn() : text.getZh()) : first;
  }
}
