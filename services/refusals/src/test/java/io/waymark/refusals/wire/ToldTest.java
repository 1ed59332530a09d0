package io.waymark.refusals.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.waymark.proto.type.v1.Violation;
import io.waymark.proto.type.v1.Violations;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Saying CHINESE = Saying.in("zh");
  private static final BadRequest PLAIN =
      BadRequest.newBuilder()
          .addFieldViolations(
              FieldViolation.newBuilder()
                  .setField("percent_complete")
                  .setDescription("130 (expected: 0..100)"))
          .build();

  private static StatusRuntimeException failed(int code, Message... details) {
    Status.Builder status = Status.newBuilder().setCode(code).setMessage("in English");
    for (Message detail : details) {
      status.addDetails(Any.pack(detail));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  @Test
  void violationsAreSaidByTheirReasonsNotByTheirText() {
    Violations apart =
        Violations.newBuilder()
            .addViolations(
                Violation.newBuilder()
                    .setField("percent_complete")
                    .setValue("130")
                    .setExpectation("0..100")
                    .setReason("BETWEEN")
                    .putMetadata("least", "0")
                    .putMetadata("most", "100"))
            .setLeftOut(2)
            .build();
    Told told = Told.of(failed(3, PLAIN, apart));
    assertThat(CHINESE.lines(told)).containsExactly("percent_complete：130（应为：0 到 100）", "另有 2 处");
    assertThat(Saying.in("en").lines(told))
        .containsExactly("percent_complete: 130 (expected: 0..100)", "2 more");
  }

  @Test
  void whoSendsDescriptionsOnlyIsToldAsItCame() {
    assertThat(CHINESE.lines(Told.of(failed(3, PLAIN))))
        .containsExactly("percent_complete：130 (expected: 0..100)");
  }

  @Test
  void aRefusalIsSaidByItsReason() {
    ErrorInfo info =
        ErrorInfo.newBuilder()
            .setReason("PROJECT_NOT_YOURS")
            .putMetadata("project", "p/pump")
            .putMetadata("bureau", "water")
            .build();
    assertThat(CHINESE.sentence(Told.of(failed(7, info))))
        .isEqualTo("项目 p/pump（应为：单位 water 牵头或协办的项目，并由填报人填报）");
    assertThat(CHINESE.sentence(Told.of(failed(7)))).isEqualTo("in English");
  }
}
