package io.waymark.alerting.wire;

import io.waymark.alerting.domain.Preference;
import io.waymark.alerting.domain.Silence;
import io.waymark.proto.alerting.v1.AlertMatcher;
import io.waymark.proto.alerting.v1.DigestRhythm;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Writes silences and preferences as messages. */
public final class SilenceWire {
  private SilenceWire() {}

  /** A silence. */
  public static io.waymark.proto.alerting.v1.Silence silence(Silence silence) {
    io.waymark.proto.alerting.v1.Silence.Builder message =
        io.waymark.proto.alerting.v1.Silence.newBuilder()
            .setSilenceId(silence.silenceId())
            .setMatcher(matcher(silence.matcher()))
            .setReason(silence.reason())
            .setActor(AlertWire.actor(silence.by()))
            .setFrom(Fields.time(silence.from()))
            .setUntil(Fields.time(silence.until()));
    if (silence.endedBy() != null) {
      message.setEndedBy(AlertWire.actor(silence.endedBy()));
    }
    return message.build();
  }

  private static AlertMatcher matcher(Silence.Matcher matcher) {
    AlertMatcher.Builder message =
        AlertMatcher.newBuilder()
            .setPlanId(matcher.planId())
            .setSubjectId(matcher.subjectId())
            .setBureauId(matcher.bureauId())
            .setCategory(matcher.category());
    if (matcher.kind() != null) {
      message.setKind(Kinds.subject(matcher.kind()));
    }
    if (matcher.severity() != null) {
      message.setSeverity(AlertWire.severity(matcher.severity()));
    }
    return message.build();
  }

  /** How somebody wants to be told. */
  public static io.waymark.proto.alerting.v1.Preference preference(Preference preference) {
    io.waymark.proto.alerting.v1.Preference.Builder message =
        io.waymark.proto.alerting.v1.Preference.newBuilder()
            .setAddress(preference.address())
            .setDigest(DigestRhythm.valueOf("DIGEST_RHYTHM_" + preference.digest().name()))
            .setQuietFrom(time(preference.quietFrom()))
            .setQuietTo(time(preference.quietTo()));
    if (preference.immediateFrom() != null) {
      message.setImmediateFrom(AlertWire.severity(preference.immediateFrom()));
    }
    return message.build();
  }

  private static String time(@Nullable LocalTime time) {
    return time == null ? "" : time.toString();
  }
}
