package io.waymark.indicator.judge;

import io.waymark.judging.Text;
import io.waymark.proto.indicator.v1.Cause;
import io.waymark.proto.indicator.v1.Indicator;
import io.waymark.proto.indicator.v1.RollUpPart;
import io.waymark.proto.type.v1.LocalizedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What an indicator is made up of, in words. */
final class Parts {
  private final Facts facts;
  private final Map<String, RollUpPart> parts = new HashMap<>();

  Parts(Facts facts, Indicator indicator) {
    this.facts = facts;
    indicator.getRollsUp().getPartsList().forEach(part -> parts.put(key(part), part));
  }

  /** Names a part in a judgement; no project's id looks like it. */
  static String key(RollUpPart part) {
    return part.getPlanId() + "/" + part.getIndicatorId();
  }

  boolean has(String key) {
    return parts.containsKey(key);
  }

  Map<String, Text> names() {
    Map<String, Text> names = new HashMap<>();
    parts.forEach((key, part) -> names.put(key, Answers.text(name(part))));
    return names;
  }

  /** The cause as it concerns a part. */
  Cause.Builder cause(String key, Cause.Builder cause) {
    RollUpPart part = Objects.requireNonNull(parts.get(key), key);
    Facts its = facts.parts().get(part.getPlanId());
    Indicator indicator = its == null ? null : its.indicators().get(part.getIndicatorId());
    return cause
        .setPartPlanId(part.getPlanId())
        .setPartIndicatorId(part.getIndicatorId())
        .setName(name(part))
        .setLeadBureauId(indicator == null ? "" : indicator.getLeadBureauId());
  }

  private LocalizedText name(RollUpPart part) {
    Facts its = facts.parts().get(part.getPlanId());
    if (part.hasName() || its == null) {
      return part.hasName()
          ? part.getName()
          : LocalizedText.newBuilder().setZh(part.getPlanId()).setEn(part.getPlanId()).build();
    }
    return its.plan().getName();
  }
}
