package io.waymark.cli.view;

import io.waymark.cli.text.Figures;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ProjectFigures;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.proto.indicator.v1.TargetFigures;

/** What a judgement tells besides its lights, in a few words. */
final class Gist {
  private final View view;
  private final Figures figures;

  Gist(View view) {
    this.view = view;
    this.figures = view.figures();
  }

  /** The figure that it stands on: "590 km" or "38%"; "-" where there is none. */
  String figure(Judgement judgement) {
    if (judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT) {
      ProjectFigures project = judgement.getProject();
      return project.hasPercentComplete() ? percent(project.getPercentComplete()) : "-";
    }
    TargetFigures target = judgement.getTarget();
    String unit = view.words().language().of(target.getUnit());
    return figures.published(target.getValue(), unit);
  }

  /** The figure with the day that it speaks of. */
  String datedFigure(Judgement judgement) {
    String day =
        judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT
            ? judgement.getProject().getPercentDate()
            : judgement.getTarget().getValueDate();
    return day.isEmpty() ? figure(judgement) : figure(judgement) + " (" + day + ")";
  }

  /** What it is compared with: the target, or the planned finish. */
  String aim(Judgement judgement) {
    if (judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT) {
      return View.date(judgement.getProject().getPlannedFinish());
    }
    TargetFigures target = judgement.getTarget();
    String unit = view.words().language().of(target.getUnit());
    return target.getTargetValue().isEmpty()
        ? view.words().get("figure.awaited")
        : figures.published(target.getTargetValue(), unit);
  }

  /** The chance to meet the target or to be on time. */
  String chance(Judgement judgement) {
    if (judgement.hasOutlook()) {
      return figures.probability(judgement.getOutlook().getPMeet());
    }
    return judgement.getProject().hasPOnTime()
        ? figures.probability(judgement.getProject().getPOnTime())
        : "-";
  }

  private String percent(double value) {
    return figures.bare(value, value == Math.rint(value) ? 0 : 1, "") + "%";
  }
}
