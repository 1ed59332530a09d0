package io.waymark.indicator.judge;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.waymark.proto.indicator.v1.Difference;
import java.util.ArrayList;
import java.util.List;

/** Names the fields in which two messages of one type differ, in the order of the contract. */
public final class Differences {
  private static final int MOST = 100;

  private final List<Difference> found = new ArrayList<>();

  private Differences() {}

  /** The differences, at most 100. */
  public static List<Difference> between(Message before, Message after) {
    Differences differences = new Differences();
    differences.messages("", before, after);
    return List.copyOf(differences.found);
  }

  private void messages(String path, Message before, Message after) {
    for (FieldDescriptor field : before.getDescriptorForType().getFields()) {
      String at = path.isEmpty() ? field.getName() : path + "." + field.getName();
      if (field.isRepeated()) {
        repeated(at, field, before, after);
      } else if (field.hasPresence() && before.hasField(field) != after.hasField(field)) {
        add(at, text(before, field), text(after, field));
      } else {
        values(at, before.getField(field), after.getField(field));
      }
    }
    unknown(path, before.getUnknownFields(), after.getUnknownFields());
  }

  private void repeated(String at, FieldDescriptor field, Message before, Message after) {
    int count = Math.max(before.getRepeatedFieldCount(field), after.getRepeatedFieldCount(field));
    for (int i = 0; i < count; i++) {
      String item = at + "[" + i + "]";
      if (i >= before.getRepeatedFieldCount(field)) {
        add(item, "", text(after.getRepeatedField(field, i)));
      } else if (i >= after.getRepeatedFieldCount(field)) {
        add(item, text(before.getRepeatedField(field, i)), "");
      } else {
        values(item, before.getRepeatedField(field, i), after.getRepeatedField(field, i));
      }
    }
  }

  private void values(String at, Object before, Object after) {
    if (before instanceof Message was && after instanceof Message is) {
      messages(at, was, is);
    } else if (!before.equals(after)) {
      add(at, text(before), text(after));
    }
  }

  /** Fields that this version of the contract does not know. */
  private void unknown(String path, UnknownFieldSet before, UnknownFieldSet after) {
    if (!before.equals(after)) {
      add(path.isEmpty() ? "?" : path + ".?", before.toString().strip(), after.toString().strip());
    }
  }

  private void add(String field, String before, String after) {
    if (found.size() < MOST) {
      found.add(Difference.newBuilder().setField(field).setBefore(before).setAfter(after).build());
    }
  }

  private static String text(Message message, FieldDescriptor field) {
    return message.hasField(field) ? text(message.getField(field)) : "";
  }

  private static String text(Object value) {
    return switch (value) {
      case EnumValueDescriptor constant -> constant.getName();
      case Message message -> message.toString().strip().replaceAll("\\s+", " ");
      default -> value.toString();
    };
  }
}
