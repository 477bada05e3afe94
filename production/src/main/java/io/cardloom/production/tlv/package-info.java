/** BER-TLV data objects, data object lists and DGIs: pure codecs over bytes, without keys. */
@NamedInterface("tlv")
@NullMarked
package io.cardloom.production.tlv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
