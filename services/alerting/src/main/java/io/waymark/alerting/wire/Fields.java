package io.waymark.alerting.wire;

import com.google.protobuf.Timestamp;
import io.waymark.alerting.domain.Text;
import io.waymark.proto.type.v1.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The small parts of messages: texts, times, dates and decimals, where empty means absent. */
final class Fields {
  private Fields() {}

  static Text text(LocalizedText text) {
    return new Text(text.getZh(), text.getEn());
  }

  static LocalizedText text(Text text) {
    return LocalizedText.newBuilder().setZh(text.zh()).setEn(text.en()).build();
  }

  static Instant time(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  static Timestamp time(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  static @Nullable LocalDate date(String date) {
    return date.isEmpty() ? null : LocalDate.parse(date);
  }

  static String date(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }

  static @Nullable BigDecimal decimal(String figure) {
    return figure.isEmpty() ? null : new BigDecimal(figure);
  }

  static String decimal(@Nullable BigDecimal figure) {
    return figure == null ? "" : figure.toPlainString();
  }
}
