package io.waymark.cli.evaluate;

import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.ChangeSum;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.ScoreChange;
import io.waymark.proto.indicator.v1.SubjectChange;
import io.waymark.proto.indicator.v1.SubjectState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed between two snapshots, as tables. */
public final class ComparisonTables {
  private final Words words;

  /** For one reader. */
  public ComparisonTables(Words words) {
    this.words = words;
  }

  /** Subject by subject. */
  public NamedTable changes(CompareSnapshotsResponse compared) {
    List<List<String>> rows = new ArrayList<>();
    for (SubjectChange change : compared.getChangesList()) {
      SubjectState was = change.getBefore();
      SubjectState is = change.getAfter();
      rows.add(
          List.of(
              words.get("evaluation.change." + change.getChange().name()),
              words.language().of(change.getName()),
              change.getSubjectId(),
              bureau(change),
              light(change.hasBefore(), was),
              light(change.hasAfter(), is),
              chance(was),
              chance(is),
              was.getValue(),
              is.getValue(),
              target(was),
              target(is)));
    }
    return new NamedTable(
        "changes",
        words.get("evaluation.table.changes"),
        names(
            "change",
            "subject",
            "id",
            "bureau",
            "overallBefore",
            "overallAfter",
            "chanceBefore",
            "chanceAfter",
            "figureBefore",
            "figureAfter",
            "targetBefore",
            "targetAfter"),
        rows);
  }

  private String bureau(SubjectChange change) {
    String name = words.language().of(change.getLeadBureauName());
    return name.isEmpty() ? change.getLeadBureauId() : name;
  }

  private String light(boolean there, SubjectState state) {
    Light overall = state.getLights().getOverall();
    return there ? LightWords.cell(overall, words).text() : "";
  }

  private static String chance(SubjectState state) {
    return state.hasProbability() ? EvaluationTables.two(state.getProbability()) : "";
  }

  private static String target(SubjectState state) {
    return state.getTargetVersion() == 0
        ? state.getFinish()
        : state.getTargetValue() + " (v" + state.getTargetVersion() + ")";
  }

  /** By field, with the whole plan as the last row. */
  public NamedTable byField(CompareSnapshotsResponse compared) {
    List<List<String>> rows = new ArrayList<>();
    compared
        .getByFieldList()
        .forEach(sum -> rows.add(sum(words.getOr("category." + sum.getId(), sum.getId()), sum)));
    rows.add(sum(words.get("overview.all"), compared.getTotal()));
    return sums("changes-by-field", "changesByField", "field", rows);
  }

  /** By bureau. */
  public NamedTable byBureau(CompareSnapshotsResponse compared) {
    List<List<String>> rows = new ArrayList<>();
    for (ChangeSum sum : compared.getByBureauList()) {
      String name = words.language().of(sum.getName());
      rows.add(sum(name.isEmpty() ? sum.getId() : name, sum));
    }
    return sums("changes-by-bureau", "changesByBureau", "bureau", rows);
  }

  private NamedTable sums(String id, String titleKey, String first, List<List<String>> rows) {
    return new NamedTable(
        id,
        words.get("evaluation.table." + titleKey),
        names(first, "better", "worse", "otherLight", "figures", "same", "appeared", "gone"),
        rows);
  }

  private static List<String> sum(String name, ChangeSum sum) {
    return List.of(
        name,
        String.valueOf(sum.getBetter()),
        String.valueOf(sum.getWorse()),
        String.valueOf(sum.getOtherLight()),
        String.valueOf(sum.getFigures()),
        String.valueOf(sum.getSame()),
        String.valueOf(sum.getAppeared()),
        String.valueOf(sum.getGone()));
  }

  /** Scores before and after. */
  public NamedTable scores(CompareSnapshotsResponse compared) {
    List<List<String>> rows = new ArrayList<>();
    for (ScoreChange change : compared.getScoresList()) {
      String name = words.language().of(change.getName());
      String shown =
          name.isEmpty()
              ? words.getOr("category." + change.getSubjectId(), change.getSubjectId())
              : name;
      rows.add(
          List.of(
              words.get("evaluation.of." + change.getOf().name()),
              shown,
              change.getBefore(),
              change.getAfter(),
              change.getDifference()));
    }
    return new NamedTable(
        "score-changes",
        words.get("evaluation.table.scoreChanges"),
        names("of", "subject", "before", "after", "difference"),
        rows);
  }

  private List<String> names(String... columns) {
    return Arrays.stream(columns).map(c -> words.get("evaluation.col." + c)).toList();
  }
}
