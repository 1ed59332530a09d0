package io.waymark.alerting.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.waymark.alerting.domain.Course;
import io.waymark.alerting.domain.Quantiles;
import io.waymark.proto.indicator.v1.CoursePoint;
import io.waymark.proto.indicator.v1.ExplanationStep;
import io.waymark.proto.indicator.v1.FanPoint;
import java.time.LocalDate;

/** Reads and writes the course of a subject. */
public final class CourseWire {
  private CourseWire() {}

  /** The course that a judgement's event carries. */
  public static Course read(io.waymark.proto.indicator.v1.Course course) {
    return new Course(
        course.getHistoryList().stream().map(CourseWire::point).toList(),
        course.getScheduleList().stream().map(CourseWire::point).toList(),
        course.getFanList().stream().map(CourseWire::band).toList(),
        course.getStepsList().stream().map(CourseWire::step).toList());
  }

  /** The course kept by {@link #bytes}. */
  public static Course read(byte[] kept) {
    try {
      return read(io.waymark.proto.indicator.v1.Course.parseFrom(kept));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a course that we stored ourselves cannot be read", e);
    }
  }

  /** To be kept until a bureau is known. */
  public static byte[] bytes(Course course) {
    return write(course).toByteArray();
  }

  /** The message that {@link #read} reads as this course. */
  public static io.waymark.proto.indicator.v1.Course write(Course course) {
    io.waymark.proto.indicator.v1.Course.Builder message =
        io.waymark.proto.indicator.v1.Course.newBuilder();
    course.history().forEach(point -> message.addHistory(point(point)));
    course.schedule().forEach(point -> message.addSchedule(point(point)));
    course
        .fan()
        .forEach(band ->
            message.addFan(
                FanPoint.newBuilder()
                    .setDate(band.date().toString())
                    .setQuantiles(VerdictWriter.quantiles(band.quantiles()))));
    course
        .steps()
        .forEach(step ->
            message.addSteps(
                ExplanationStep.newBuilder()
                    .setLabel(Fields.text(step.label()))
                    .setArithmetic(step.arithmetic())
                    .setResult(Fields.text(step.result()))));
    return message.build();
  }

  private static Course.Point point(CoursePoint point) {
    return new Course.Point(LocalDate.parse(point.getDate()), point.getValue());
  }

  private static CoursePoint point(Course.Point point) {
    return CoursePoint.newBuilder()
        .setDate(point.date().toString())
        .setValue(point.value())
        .build();
  }

  private static Course.Band band(FanPoint point) {
    io.waymark.proto.indicator.v1.Quantiles at = point.getQuantiles();
    return new Course.Band(
        LocalDate.parse(point.getDate()),
        new Quantiles(at.getP10(), at.getP25(), at.getP50(), at.getP75(), at.getP90()));
  }

  private static Course.Reckoning step(ExplanationStep step) {
    return new Course.Reckoning(
        Fields.text(step.getLabel()), step.getArithmetic(), Fields.text(step.getResult()));
  }
}
