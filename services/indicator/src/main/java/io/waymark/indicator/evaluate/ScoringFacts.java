package io.waymark.indicator.evaluate;

import io.waymark.judging.Light;
import io.waymark.proto.indicator.v1.AlertFact;
import io.waymark.proto.indicator.v1.BehaviourFacts;
import io.waymark.proto.indicator.v1.DutyFact;
import io.waymark.proto.indicator.v1.DutySubject;
import io.waymark.proto.indicator.v1.HonestyFact;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;
import io.waymark.rulebooks.scoring.Fact;
import io.waymark.rulebooks.scoring.Lamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a score may rest on: judgements, and what other services know. */
final class ScoringFacts {
  private static final int DIGITS = 6;

  private final Map<String, String> fields = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();

  private ScoringFacts(List<Judgement> judgements) {
    for (Judgement judgement : judgements) {
      fields.put(key(judgement.getKind(), judgement.getSubjectId()), judgement.getCategory());
      if (!judgement.getIndicatorId().isEmpty()) {
        fields.put("indicator:" + judgement.getIndicatorId(), judgement.getCategory());
      }
    }
  }

  static List<Fact> of(List<Judgement> judgements, BehaviourFacts behaviour) {
    ScoringFacts all = new ScoringFacts(judgements);
    judgements.forEach(all::add);
    behaviour.getDutiesList().forEach(all::add);
    behaviour.getHonestyList().forEach(all::add);
    behaviour.getAlertsList().forEach(all::add);
    return List.copyOf(all.facts);
  }

  private static String key(SubjectKind kind, String id) {
    return (kind == SubjectKind.SUBJECT_KIND_PROJECT ? "project:" : "target:") + id;
  }

  private static String key(DutySubject kind, String id) {
    return (kind == DutySubject.DUTY_SUBJECT_PROJECT ? "project:" : "indicator:") + id;
  }

  private String field(String subject) {
    return fields.getOrDefault(subject, "");
  }

  private void add(Judgement judgement) {
    Map<Lamp, Light> lights =
        Map.of(
            Lamp.POSITION, light(judgement.getLights().getPosition()),
            Lamp.OUTLOOK, light(judgement.getLights().getOutlook()),
            Lamp.FRESHNESS, light(judgement.getLights().getFreshness()),
            Lamp.OVERALL, light(judgement.getLights().getOverall()));
    facts.add(
        new Fact.Judged(
            key(judgement.getKind(), judgement.getSubjectId()),
            judgement.getLeadBureauId(),
            judgement.getCategory(),
            judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT,
            judgement.getBinding(),
            lights,
            probability(judgement)));
  }

  private static Light light(io.waymark.proto.indicator.v1.Light light) {
    return switch (light) {
      case LIGHT_AHEAD -> Light.AHEAD;
      case LIGHT_ON_TRACK -> Light.ON_TRACK;
      case LIGHT_AT_RISK -> Light.AT_RISK;
      case LIGHT_OFF_TRACK -> Light.OFF_TRACK;
      case LIGHT_SUSPENDED -> Light.SUSPENDED;
      case LIGHT_UNKNOWN, LIGHT_UNSPECIFIED, UNRECOGNIZED -> Light.UNKNOWN;
    };
  }

  private static @Nullable BigDecimal probability(Judgement judgement) {
    if (judgement.hasOutlook()) {
      return rounded(judgement.getOutlook().getPMeet());
    }
    return judgement.getProject().hasPOnTime()
        ? rounded(judgement.getProject().getPOnTime())
        : null;
  }

  private static BigDecimal rounded(double probability) {
    return BigDecimal.valueOf(probability).setScale(DIGITS, RoundingMode.HALF_EVEN);
  }

  private void add(DutyFact duty) {
    String subject = key(duty.getKind(), duty.getSubjectId());
    facts.add(
        new Fact.Duty(
            subject,
            duty.getLeadBureauId(),
            field(subject),
            LocalDate.parse(duty.getPeriodEnd()),
            LocalDate.parse(duty.getCloses()),
            date(duty.getFiledOn())));
  }

  private void add(HonestyFact honesty) {
    String subject = key(honesty.getKind(), honesty.getSubjectId());
    facts.add(
        new Fact.Honesty(
            subject,
            honesty.getLeadBureauId(),
            field(subject),
            honesty.getReports(),
            honesty.getFindings()));
  }

  private void add(AlertFact alert) {
    String subject = key(alert.getKind(), alert.getSubjectId());
    facts.add(
        new Fact.Alerted(
            subject,
            alert.getLeadBureauId(),
            field(subject),
            alert.getAlertId(),
            LocalDate.parse(alert.getOpenedOn()),
            date(alert.getHandledOn())));
  }

  private static @Nullable LocalDate date(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
