package io.waymark.cli.evaluate;

import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCounts;
import io.waymark.proto.indicator.v1.Scheme;
import io.waymark.proto.indicator.v1.SchemeComponent;
import io.waymark.proto.indicator.v1.Score;
import io.waymark.proto.indicator.v1.ScorePart;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.Tally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of an evaluation, figures bare, as spreadsheets want them. */
public final class EvaluationTables {
  private final Words words;

  /** For one reader. */
  public EvaluationTables(Words words) {
    this.words = words;
  }

  /** The parts of one score. */
  public NamedTable parts(String id, Score score, Scheme scheme) {
    List<List<String>> rows = new ArrayList<>();
    for (ScorePart part : score.getPartsList()) {
      rows.add(
          List.of(
              title(scheme, part.getComponentId()),
              part.getWeight(),
              part.getValue(),
              part.getPoints(),
              part.getEffectiveWeight(),
              String.valueOf(part.getInputCount()),
              String.valueOf(part.getLeftOut())));
    }
    return table(
        id,
        "index",
        rows,
        "part",
        "weight",
        "value",
        "points",
        "effectiveWeight",
        "inputs",
        "leftOut");
  }

  private String title(Scheme scheme, String component) {
    return scheme.getComponentsList().stream()
        .filter(c -> c.getComponentId().equals(component))
        .map(SchemeComponent::getTitle)
        .map(words.language()::of)
        .findFirst()
        .orElse(component);
  }

  /** Index and lights by field. */
  public NamedTable fields(Evaluation evaluation) {
    Map<String, Score> scores =
        evaluation.getFieldsList().stream()
            .collect(Collectors.toMap(Score::getSubjectId, score -> score));
    List<List<String>> rows = new ArrayList<>();
    for (Tally tally : evaluation.getByFieldList()) {
      Score score = scores.getOrDefault(tally.getId(), Score.getDefaultInstance());
      List<String> row =
          new ArrayList<>(List.of(field(tally.getId()), score.getValue(), rank(score)));
      row.addAll(counts(tally.getTargets(), tally.getProjects()));
      rows.add(row);
    }
    return new NamedTable(
        "fields", words.get("evaluation.table.fields"), headings("field", "index", "rank"), rows);
  }

  private List<String> headings(String... keys) {
    List<String> headings = new ArrayList<>(names(keys));
    for (Light light : ORDER) {
      headings.add(LightWords.cell(light, words).text());
    }
    return headings;
  }

  private static final List<Light> ORDER =
      List.of(
          Light.LIGHT_AHEAD,
          Light.LIGHT_ON_TRACK,
          Light.LIGHT_AT_RISK,
          Light.LIGHT_OFF_TRACK,
          Light.LIGHT_UNKNOWN,
          Light.LIGHT_SUSPENDED);

  private static List<String> counts(LightCounts targets, LightCounts projects) {
    return List.of(
        String.valueOf(targets.getAhead() + projects.getAhead()),
        String.valueOf(targets.getOnTrack() + projects.getOnTrack()),
        String.valueOf(targets.getAtRisk() + projects.getAtRisk()),
        String.valueOf(targets.getOffTrack() + projects.getOffTrack()),
        String.valueOf(targets.getUnknown() + projects.getUnknown()),
        String.valueOf(targets.getSuspended() + projects.getSuspended()));
  }

  private static String rank(Score score) {
    return score.getRank() == 0 ? "" : String.valueOf(score.getRank());
  }

  /** Bureaus' scores with the points of each part. */
  public NamedTable bureaus(Evaluation evaluation) {
    List<String> headings = new ArrayList<>(names("rank", "bureau", "score"));
    evaluation
        .getScorecard()
        .getComponentsList()
        .forEach(c -> headings.add(words.language().of(c.getTitle()) + " ×" + c.getWeight()));
    headings.add(words.get("evaluation.col.known"));
    List<List<String>> rows = new ArrayList<>();
    for (Score score : evaluation.getBureausList()) {
      List<String> row = new ArrayList<>(List.of(rank(score), name(score), score.getValue()));
      score.getPartsList().forEach(part -> row.add(short1(part.getPoints())));
      row.add(score.getKnownWeight());
      rows.add(row);
    }
    return new NamedTable("bureaus", words.get("evaluation.table.bureaus"), headings, rows);
  }

  private static String short1(String points) {
    return points.isEmpty()
        ? ""
        : new BigDecimal(points).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** The bureau's name or the field's, else its id. */
  public String name(Score score) {
    String name = words.language().of(score.getName());
    return name.isEmpty() ? field(score.getSubjectId()) : name;
  }

  private String field(String id) {
    return words.getOr("category." + id, id);
  }

  /** Every input of every part of some scores. */
  public NamedTable inputs(List<Score> scores) {
    List<List<String>> rows = new ArrayList<>();
    for (Score score : scores) {
      for (ScorePart part : score.getPartsList()) {
        part.getInputsList()
            .forEach(input ->
                rows.add(
                    List.of(
                        score.getScoreId(),
                        part.getComponentId(),
                        input.getSubject(),
                        words.language().of(input.getLabel()),
                        input.getAmount(),
                        input.getWeight())));
      }
    }
    return table(
        "inputs", "inputs", rows, "scoreId", "part", "subject", "label", "amount", "weight");
  }

  /** Targets with their figures. */
  public NamedTable targets(List<Judgement> judgements) {
    List<List<String>> rows = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement.getKind() == SubjectKind.SUBJECT_KIND_TARGET) {
        List<String> row = head(judgement);
        row.addAll(
            List.of(
                words.get(judgement.getBinding() ? "evaluation.binding" : "evaluation.expected"),
                words.language().of(judgement.getTarget().getUnit()),
                judgement.getTarget().getValue(),
                judgement.getTarget().getValueDate(),
                judgement.getTarget().getTargetValue(),
                judgement.getTarget().getDue(),
                String.valueOf(judgement.getPins().getTargetVersion()),
                judgement.hasOutlook() ? two(judgement.getOutlook().getPMeet()) : "",
                judgement.hasOutlook() ? two(judgement.getOutlook().getAtDue().getP10()) : "",
                judgement.hasOutlook() ? two(judgement.getOutlook().getAtDue().getP50()) : "",
                judgement.hasOutlook() ? two(judgement.getOutlook().getAtDue().getP90()) : ""));
        rows.add(tail(row, judgement));
      }
    }
    return table(
        "targets",
        "targets",
        rows,
        "subject",
        "id",
        "field",
        "bureau",
        "nature",
        "unit",
        "figure",
        "figureDate",
        "target",
        "due",
        "version",
        "chance",
        "p10",
        "p50",
        "p90",
        "position",
        "outlook",
        "freshness",
        "overall",
        "label",
        "sentence");
  }

  /** Projects with their figures. */
  public NamedTable projects(List<Judgement> judgements) {
    List<List<String>> rows = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT) {
        List<String> row = head(judgement);
        row.addAll(
            Arrays.asList(
                judgement.getProject().hasPercentComplete()
                    ? two(judgement.getProject().getPercentComplete())
                    : "",
                judgement.getProject().hasScheduledPercent()
                    ? two(judgement.getProject().getScheduledPercent())
                    : "",
                judgement.getProject().getPlannedFinish(),
                judgement.getProject().getFinishP50(),
                judgement.getProject().hasPOnTime()
                    ? two(judgement.getProject().getPOnTime())
                    : ""));
        rows.add(tail(row, judgement));
      }
    }
    return table(
        "projects",
        "projects",
        rows,
        "subject",
        "id",
        "field",
        "bureau",
        "percent",
        "scheduled",
        "plannedFinish",
        "expectedFinish",
        "chance",
        "position",
        "outlook",
        "freshness",
        "overall",
        "label",
        "sentence");
  }

  private List<String> head(Judgement judgement) {
    String bureau = words.language().of(judgement.getLeadBureauName());
    return new ArrayList<>(
        List.of(
            words.language().of(judgement.getSubjectName()),
            judgement.getSubjectId(),
            field(judgement.getCategory()),
            bureau.isEmpty() ? judgement.getLeadBureauId() : bureau));
  }

  private List<String> tail(List<String> row, Judgement judgement) {
    for (Light light :
        List.of(
            judgement.getLights().getPosition(),
            judgement.getLights().getOutlook(),
            judgement.getLights().getFreshness(),
            judgement.getLights().getOverall())) {
      row.add(LightWords.cell(light, words).text());
    }
    row.add(
        words.get(
            judgement.getSimulated()
                ? "evaluation.simulated"
                : judgement.getAssumed() ? "evaluation.assumed" : "evaluation.asReported"));
    row.add(words.language().of(judgement.getSentence()));
    return row;
  }

  static String two(double figure) {
    return BigDecimal.valueOf(figure).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private NamedTable table(String id, String titleKey, List<List<String>> rows, String... columns) {
    return new NamedTable(id, words.get("evaluation.table." + titleKey), names(columns), rows);
  }

  private List<String> names(String... columns) {
    return Arrays.stream(columns).map(c -> words.get("evaluation.col." + c)).toList();
  }
}
