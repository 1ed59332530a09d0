package io.waymark.cli.view;

import io.waymark.cli.evaluate.ComparisonTables;
import io.waymark.cli.evaluate.EvaluationTables;
import io.waymark.cli.evaluate.NamedTable;
import io.waymark.cli.text.DisplayWidth;
import io.waymark.cli.text.Table;
import io.waymark.cli.text.Table.Align;
import io.waymark.cli.text.Tone;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Scheme;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SnapshotDifference;
import io.waymark.proto.indicator.v1.Verification;
import io.waymark.proto.indicator.v1.VerifySnapshotResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** Snapshots, scores and comparisons for people. */
public final class EvaluationView {
  private static final Pattern FIGURE = Pattern.compile("[-−+]?[0-9]+([.][0-9]+)?");
  private static final int LONGEST_CELL = 40;

  private final View view;
  private final Words words;
  private final Times times;
  private final EvaluationTables tables;

  /** For one reader. */
  public EvaluationView(View view, ZoneId zone) {
    this.view = view;
    this.words = view.words();
    this.times = new Times(zone);
    this.tables = new EvaluationTables(words);
  }

  /** A snapshot or preview: what it is, its scores. */
  public String whole(Evaluation evaluation) {
    return head(evaluation.getSnapshot()) + "\n" + index(evaluation) + "\n" + scorecard(evaluation);
  }

  /** What it is, when and by whom it was frozen. */
  public String head(Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    boolean frozen = !snapshot.getSha256().isEmpty();
    text.append(view.strong(frozen ? snapshot.getTitle() : words.get("evaluation.preview")));
    text.append(frozen ? "  " + snapshot.getDocument() : "").append('\n');
    text.append(
            words.get(
                "evaluation.about",
                words.get("evaluation.kind." + snapshot.getKind().name()),
                snapshot.getAsOf(),
                times.minute(snapshot.getKnownAt()),
                snapshot.getRulebook(),
                snapshot.getRulebookVersion(),
                snapshot.getSubjects()))
        .append('\n');
    if (frozen) {
      String frozenBy =
          words.get(
              "evaluation.frozen",
              snapshot.getActor().getName(),
              snapshot.getActor().getBureauId(),
              times.minute(snapshot.getRecordedAt()));
      text.append(frozenBy).append('\n');
      text.append(view.faint(snapshot.getSnapshotId() + "  sha256 " + snapshot.getSha256()))
          .append('\n');
    }
    if (snapshot.getSimulated()) {
      text.append(view.style().paint(Tone.YELLOW, words.get("label.simulatedSome"))).append('\n');
    }
    return text.toString();
  }

  /** The index with its parts and its fields. */
  public String index(Evaluation evaluation) {
    Score index = evaluation.getIndex();
    return view.strong(words.get("evaluation.index", value(index)))
        + "\n"
        + table(tables.parts("index", index, evaluation.getIndexScheme()))
        + scheme(evaluation.getIndexScheme())
        + "\n"
        + view.strong(words.get("evaluation.table.fields"))
        + "\n"
        + table(tables.fields(evaluation));
  }

  /** The bureaus' scores. */
  public String scorecard(Evaluation evaluation) {
    String facts =
        evaluation.getFactsOrigin().isEmpty()
            ? words.get("evaluation.noFacts")
            : words.get(
                "evaluation.facts", evaluation.getFactsCount(), evaluation.getFactsOrigin());
    return view.strong(words.get("evaluation.table.bureaus"))
        + "\n"
        + table(tables.bureaus(evaluation))
        + scheme(evaluation.getScorecard())
        + view.faint(facts)
        + "\n";
  }

  /** One score with every input. */
  public String score(Score score, Scheme scheme) {
    return view.strong(tables.name(score) + "  " + value(score))
        + "\n"
        + table(tables.parts("parts", score, scheme))
        + scheme(scheme)
        + "\n"
        + table(tables.inputs(List.of(score)));
  }

  private String value(Score score) {
    return score.getValue().isEmpty() ? words.get("evaluation.unknown") : score.getValue();
  }

  private String scheme(Scheme scheme) {
    return view.faint(
            words.get(
                "evaluation.scheme",
                scheme.getName() + "@" + scheme.getVersion(),
                words.language().of(scheme.getFormula()),
                words.language().of(scheme.getMissing()),
                words.language().of(scheme.getSource())))
        + "\n";
  }

  /** The snapshots of a plan. */
  public String list(List<Snapshot> snapshots) {
    if (snapshots.isEmpty()) {
      return words.get("evaluation.empty") + "\n";
    }
    Table table =
        new Table("", Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT);
    table.heading(
        words.get("evaluation.col.asOf"),
        words.get("evaluation.col.kind"),
        words.get("evaluation.col.document"),
        words.get("evaluation.col.title"),
        words.get("evaluation.col.subjects"),
        words.get("evaluation.col.frozen"));
    for (Snapshot snapshot : snapshots) {
      table.row(
          snapshot.getAsOf(),
          words.get("evaluation.kind." + snapshot.getKind().name()),
          snapshot.getDocument(),
          snapshot.getTitle(),
          String.valueOf(snapshot.getSubjects()),
          times.minute(snapshot.getRecordedAt()));
    }
    return table.render(view.style());
  }

  /** What changed. */
  public String comparison(CompareSnapshotsResponse compared) {
    ComparisonTables changes = new ComparisonTables(words);
    StringBuilder text = new StringBuilder();
    text.append(
            view.strong(
                words.get(
                    "evaluation.compared",
                    compared.getBefore().getTitle(),
                    compared.getAfter().getTitle())))
        .append('\n');
    text.append(
            words.get(
                "evaluation.changed",
                compared.getTotal().getBetter(),
                compared.getTotal().getWorse(),
                compared.getTotal().getFigures(),
                compared.getTotal().getAppeared(),
                compared.getTotal().getGone()))
        .append('\n');
    if (!compared.getSameRulebook()) {
      text.append(view.style().paint(Tone.YELLOW, words.get("evaluation.doc.otherRulebook")))
          .append('\n');
    }
    if (!compared.getIndexesComparable() || !compared.getScorecardsComparable()) {
      text.append(view.style().paint(Tone.YELLOW, words.get("evaluation.otherScheme")))
          .append('\n');
    }
    for (NamedTable part :
        List.of(
            changes.scores(compared),
            changes.byField(compared),
            changes.byBureau(compared),
            changes.changes(compared))) {
      text.append('\n').append(view.strong(part.title())).append('\n').append(table(part));
    }
    return text.toString();
  }

  /** What verifying told. */
  public String verified(VerifySnapshotResponse reply) {
    boolean same = reply.getVerification() == Verification.VERIFICATION_SAME;
    StringBuilder text = new StringBuilder();
    text.append(
            view.style().paint(same ? Tone.GREEN : Tone.RED, words.language().of(reply.getWords())))
        .append('\n');
    text.append(words.get("evaluation.hashes", reply.getStoredSha256(), reply.getContentSha256()));
    text.append(
        reply.getRecomputedSha256().isEmpty()
            ? ""
            : "\n" + words.get("evaluation.rehash", reply.getRecomputedSha256()));
    text.append('\n');
    if (reply.getByPins() > 0) {
      text.append(words.get("evaluation.byPins", reply.getByPins())).append('\n');
    }
    for (SnapshotDifference difference : reply.getDifferencesList()) {
      text.append(difference.getWhat()).append('\n');
      difference
          .getDifferencesList()
          .forEach(d ->
              text.append("  ")
                  .append(d.getField())
                  .append(": ")
                  .append(d.getBefore())
                  .append(" → ")
                  .append(d.getAfter())
                  .append('\n'));
    }
    return text.toString();
  }

  private String table(NamedTable named) {
    Align[] aligns = new Align[named.headings().size()];
    for (int i = 0; i < aligns.length; i++) {
      int column = i;
      boolean figures =
          named.rows().stream().map(row -> row.get(column)).allMatch(EvaluationView::figure);
      aligns[i] = figures ? Align.RIGHT : Align.LEFT;
    }
    Table table = new Table("  ", aligns).heading(named.headings().toArray(String[]::new));
    for (List<String> row : named.rows()) {
      table.row(
          row.stream()
              .map(EvaluationView::shown)
              .map(cell -> DisplayWidth.cut(cell, LONGEST_CELL))
              .toArray(String[]::new));
    }
    return table.render(view.style());
  }

  /** For eyes: a real minus, and a dash for nothing. */
  private static String shown(String cell) {
    boolean negative = cell.startsWith("-") && figure(cell);
    return cell.isEmpty() ? "-" : negative ? "−" + cell.substring(1) : cell;
  }

  private static boolean figure(String cell) {
    return cell.isEmpty() || FIGURE.matcher(cell).matches();
  }
}
