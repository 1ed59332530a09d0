package io.waymark.cli.evaluate;

import io.waymark.cli.text.LightWords;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.CompareSnapshotsResponse;
import io.waymark.proto.indicator.v1.Evaluation;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCounts;
import io.waymark.proto.indicator.v1.Scheme;
import io.waymark.proto.indicator.v1.Snapshot;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evaluation as a document: the sentences and tables that a plan office begins with. */
public final class EvaluationDocument {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Words words;
  private final ZoneId zone;
  private final EvaluationTables tables;
  private final ComparisonTables comparisons;
  private final StringBuilder text = new StringBuilder();

  /** For readers of one language. */
  public EvaluationDocument(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    this.tables = new EvaluationTables(words);
    this.comparisons = new ComparisonTables(words);
  }

  /**
   * Writes it.
   *
   * @param compared with an earlier snapshot; null without
   */
  public String write(
      Evaluation evaluation,
      List<Judgement> judgements,
      @Nullable CompareSnapshotsResponse compared) {
    Snapshot snapshot = evaluation.getSnapshot();
    head(snapshot);
    overall(evaluation, snapshot, compared);
    subjects(judgements, SubjectKind.SUBJECT_KIND_TARGET, "evaluation.doc.targets");
    subjects(judgements, SubjectKind.SUBJECT_KIND_PROJECT, "evaluation.doc.projects");
    bureaus(evaluation);
    if (compared != null) {
      comparison(compared);
    }
    method(evaluation, snapshot);
    return text.toString();
  }

  private void line(String key, Object... arguments) {
    text.append(words.get(key, arguments)).append("\n\n");
  }

  private void head(Snapshot snapshot) {
    text.append("# ").append(snapshot.getTitle()).append("\n\n");
    line(
        "evaluation.doc.head",
        snapshot.getDocument(),
        words.get("evaluation.kind." + snapshot.getKind().name()),
        words.language().of(snapshot.getPlanName()),
        snapshot.getAsOf(),
        minute(snapshot.getKnownAt()),
        snapshot.getRulebook(),
        snapshot.getRulebookVersion());
    if (snapshot.getSimulated()) {
      line("evaluation.doc.simulated");
    }
    if (snapshot.getAssumed()) {
      line("evaluation.doc.assumed");
    }
  }

  private String minute(com.google.protobuf.Timestamp at) {
    return MINUTE.format(Instant.ofEpochSecond(at.getSeconds(), at.getNanos()).atZone(zone));
  }

  private void overall(
      Evaluation evaluation, Snapshot snapshot, @Nullable CompareSnapshotsResponse compared) {
    line("evaluation.doc.overall");
    LightCounts targets = evaluation.getTotal().getTargets();
    LightCounts projects = evaluation.getTotal().getProjects();
    line("evaluation.doc.counts", snapshot.getAsOf(), sum(targets), sum(projects));
    line("evaluation.doc.targetLights", counted(targets));
    line("evaluation.doc.projectLights", counted(projects));
    String value = evaluation.getIndex().getValue();
    if (value.isEmpty()) {
      line("evaluation.doc.indexUnknown");
    } else {
      line("evaluation.doc.index", value);
    }
    if (compared != null) {
      line(
          "evaluation.doc.changed",
          compared.getBefore().getTitle(),
          compared.getTotal().getBetter(),
          compared.getTotal().getWorse(),
          compared.getTotal().getAppeared(),
          compared.getTotal().getGone());
    }
    text.append(tables.fields(evaluation).markdown()).append('\n');
  }

  private static int sum(LightCounts counts) {
    return counts.getAhead()
        + counts.getOnTrack()
        + counts.getAtRisk()
        + counts.getOffTrack()
        + counts.getUnknown()
        + counts.getSuspended();
  }

  private Object[] counted(LightCounts counts) {
    return new Object[] {
      counts.getAhead(),
      counts.getOnTrack(),
      counts.getAtRisk(),
      counts.getOffTrack(),
      counts.getUnknown(),
      counts.getSuspended()
    };
  }

  /** Each that is off track or at risk with its sentence, the worst first. */
  private void subjects(List<Judgement> judgements, SubjectKind kind, String headingKey) {
    line(headingKey);
    boolean any = false;
    for (Light light : List.of(Light.LIGHT_OFF_TRACK, Light.LIGHT_AT_RISK)) {
      List<Judgement> found =
          judgements.stream()
              .filter(j -> j.getKind() == kind && j.getLights().getOverall() == light)
              .toList();
      if (!found.isEmpty()) {
        any = true;
        line("evaluation.doc.group", LightWords.cell(light, words).text(), found.size());
        found.forEach(this::item);
        text.append('\n');
      }
    }
    if (!any) {
      line("evaluation.doc.none");
    }
  }

  private void item(Judgement judgement) {
    String bureau = words.language().of(judgement.getLeadBureauName());
    text.append(
            words.get(
                "evaluation.doc.item",
                words.language().of(judgement.getSubjectName()),
                bureau.isEmpty() ? judgement.getLeadBureauId() : bureau,
                words.get(
                    judgement.getBinding()
                        ? "evaluation.doc.binding"
                        : "evaluation.doc.notBinding"),
                words.language().of(judgement.getSentence()),
                words.get(
                    judgement.getSimulated()
                        ? "evaluation.doc.isSimulated"
                        : "evaluation.doc.notSimulated")))
        .append('\n');
  }

  private void bureaus(Evaluation evaluation) {
    line("evaluation.doc.bureaus");
    text.append(tables.bureaus(evaluation).markdown()).append('\n');
    line(
        evaluation.getFactsOrigin().isEmpty() ? "evaluation.doc.noFacts" : "evaluation.doc.facts",
        evaluation.getFactsCount(),
        evaluation.getFactsOrigin());
  }

  private void comparison(CompareSnapshotsResponse compared) {
    line("evaluation.doc.comparison", compared.getBefore().getTitle());
    text.append(comparisons.byField(compared).markdown()).append('\n');
    text.append(comparisons.scores(compared).markdown()).append('\n');
    if (!compared.getSameRulebook()) {
      line("evaluation.doc.otherRulebook");
    }
    text.append(comparisons.changes(compared).markdown()).append('\n');
  }

  private void method(Evaluation evaluation, Snapshot snapshot) {
    line("evaluation.doc.method");
    text.append(
            tables.parts("index", evaluation.getIndex(), evaluation.getIndexScheme()).markdown())
        .append('\n');
    scheme(evaluation.getIndexScheme());
    scheme(evaluation.getScorecard());
    line(
        "evaluation.doc.proof",
        snapshot.getSha256(),
        "waymark evaluate verify " + snapshot.getSnapshotId());
  }

  private void scheme(Scheme scheme) {
    line(
        "evaluation.doc.scheme",
        words.language().of(scheme.getTitle()),
        scheme.getName() + "@" + scheme.getVersion(),
        words.language().of(scheme.getFormula()),
        words.language().of(scheme.getMissing()),
        words.language().of(scheme.getSource()),
        words.language().of(scheme.getReason()));
  }
}
