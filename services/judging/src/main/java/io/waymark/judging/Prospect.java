package io.waymark.judging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a target is expected to reach, and what makes up the expected gap. */
record Prospect(
    @Nullable TargetOutlook outlook,
    @Nullable Double expected,
    @Nullable Double expectedGap,
    List<Cause> causes) {
  static final Prospect NONE = new Prospect(null, null, null, List.of());
}
