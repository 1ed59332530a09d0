package io.waymark.gateway.contract;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The leading comments of the contracts, by the full name of what they describe. */
public final class Comments {
  private final Map<String, String> byName = new HashMap<>();

  private Comments() {}

  static Comments of(List<FileDescriptor> files) {
    Comments comments = new Comments();
    for (FileDescriptor file : files) {
      FileDescriptorProto proto = file.toProto();
      for (Location location : proto.getSourceCodeInfo().getLocationList()) {
        if (location.hasLeadingComments()) {
          comments.add(proto, location);
        }
      }
    }
    return comments;
  }

  /** What the contract says about it; empty if nothing. */
  public String about(GenericDescriptor described) {
    return byName.getOrDefault(nameOf(described), "");
  }

  private void add(FileDescriptorProto file, Location location) {
    String name = nameAt(file, location.getPathList());
    if (!name.isEmpty()) {
      byName.put(name, location.getLeadingComments().strip().replaceAll("\\s*\\n\\s*", " "));
    }
  }

  /** An enum's values are siblings of the enum in proto, and its children here. */
  private static String nameOf(GenericDescriptor described) {
    if (described instanceof EnumValueDescriptor value) {
      return value.getType().getFullName() + "." + value.getName();
    }
    return described.getFullName();
  }

  /** Resolves a source path such as [4, 0, 2, 1]: the first message's second field. */
  private static String nameAt(FileDescriptorProto file, List<Integer> path) {
    if (path.size() != 2 && path.size() != 4) {
      return "";
    }
    int index = path.get(1);
    List<Integer> rest = path.subList(2, path.size());
    String prefix = file.getPackage() + ".";
    return switch (path.get(0)) {
      case FileDescriptorProto.MESSAGE_TYPE_FIELD_NUMBER ->
          prefix + ofMessage(file.getMessageType(index), rest);
      case FileDescriptorProto.ENUM_TYPE_FIELD_NUMBER ->
          prefix + ofEnum(file.getEnumType(index), rest);
      case FileDescriptorProto.SERVICE_FIELD_NUMBER ->
          prefix + ofService(file.getService(index), rest);
      default -> "";
    };
  }

  private static String ofMessage(DescriptorProto message, List<Integer> rest) {
    if (rest.isEmpty()) {
      return message.getName();
    }
    return rest.get(0) == DescriptorProto.FIELD_FIELD_NUMBER
        ? message.getName() + "." + message.getField(rest.get(1)).getName()
        : message.getName() + "#" + rest;
  }

  private static String ofEnum(EnumDescriptorProto type, List<Integer> rest) {
    if (rest.isEmpty()) {
      return type.getName();
    }
    return type.getName() + "." + type.getValue(rest.get(1)).getName();
  }

  private static String ofService(ServiceDescriptorProto service, List<Integer> rest) {
    if (rest.isEmpty()) {
      return service.getName();
    }
    return service.getName() + "." + service.getMethod(rest.get(1)).getName();
  }
}
