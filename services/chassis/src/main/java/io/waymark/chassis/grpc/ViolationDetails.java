package io.waymark.chassis.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Status;
import io.waymark.chassis.failure.Violation;
import io.waymark.proto.type.v1.Violations;
import java.util.List;

/**
 * Violations as details of a status: in google.rpc.BadRequest for any client, and with value,
 * expectation and reason apart for those that speak to people.
 */
final class ViolationDetails {
  private static final int BYTES = 3600;

  private final List<Violation> violations;
  private final BadRequest.Builder bad = BadRequest.newBuilder();
  private final Violations.Builder apart = Violations.newBuilder();

  ViolationDetails(List<Violation> violations) {
    this.violations = violations;
  }

  /** Adds as many as fit; the last one says how many did not. */
  void addTo(Status.Builder status) {
    if (violations.isEmpty()) {
      return;
    }
    int bytes = 0;
    for (Violation violation : violations) {
      FieldViolation described = described(violation);
      io.waymark.proto.type.v1.Violation whole = message(violation);
      bytes += described.getSerializedSize() + whole.getSerializedSize();
      if (bytes > BYTES) {
        leaveOut(violations.size() - bad.getFieldViolationsCount());
        break;
      }
      bad.addFieldViolations(described);
      apart.addViolations(whole);
    }
    status.addDetails(Any.pack(bad.build())).addDetails(Any.pack(apart.build()));
  }

  private void leaveOut(int more) {
    bad.addFieldViolations(
        FieldViolation.newBuilder().setField("…").setDescription(more + " more violations"));
    apart.setLeftOut(more);
  }

  private static FieldViolation described(Violation violation) {
    return FieldViolation.newBuilder()
        .setField(violation.field())
        .setDescription(violation.description())
        .setReason(violation.expected().reason())
        .build();
  }

  /** A violation as a message. */
  static io.waymark.proto.type.v1.Violation message(Violation violation) {
    return io.waymark.proto.type.v1.Violation.newBuilder()
        .setField(violation.field())
        .setValue(violation.value())
        .setExpectation(violation.expectation())
        .setReason(violation.expected().reason())
        .putAllMetadata(violation.expected().metadata())
        .build();
  }
}
