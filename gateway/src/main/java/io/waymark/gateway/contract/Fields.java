package io.waymark.gateway.contract;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How JSON and query parameters name the fields and enum values of the contracts. */
public final class Fields {
  private Fields() {}

  /** True if a field holds an instant, which JSON writes as text. */
  public static boolean isTimestamp(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && field.getMessageType().getFullName().equals("google.protobuf.Timestamp");
  }

  /** The short name of an enum value, such as {@code off_track} for {@code LIGHT_OFF_TRACK}. */
  public static String shortName(EnumValueDescriptor value) {
    String prefix = snake(value.getType().getName()) + "_";
    String name = value.getName().toLowerCase(Locale.ROOT);
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  /** The enum value of a short or full name, in any case. */
  public static Optional<EnumValueDescriptor> valueOf(EnumDescriptor type, String name) {
    return type.getValues().stream()
        .filter(value ->
            value.getName().equalsIgnoreCase(name) || shortName(value).equalsIgnoreCase(name))
        .findFirst();
  }

  /** The short names that a caller may write, without the one that means "not stated". */
  public static List<String> shortNames(EnumDescriptor type) {
    return type.getValues().stream()
        .filter(value -> value.getNumber() != 0)
        .map(Fields::shortName)
        .toList();
  }

  private static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
