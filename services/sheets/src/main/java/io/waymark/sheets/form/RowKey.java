package io.waymark.sheets.form;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The idempotency key of a row that brings none: a hash of what it says, so that a file that is
 * sent again, whole or its mended rest, changes nothing twice. It is made of field numbers and
 * texts: a message's bytes may differ between versions of its library.
 */
final class RowKey {
  private RowKey() {}

  static String of(Message request) {
    StringBuilder said = new StringBuilder(request.getDescriptorForType().getFullName());
    for (Map.Entry<FieldDescriptor, Object> field : request.getAllFields().entrySet()) {
      said.append('\n').append(field.getKey().getNumber()).append('=').append(field.getValue());
    }
    byte[] hash = sha256().digest(said.toString().getBytes(StandardCharsets.UTF_8));
    return "row-" + HexFormat.of().formatHex(hash, 0, 20);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
