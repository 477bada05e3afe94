/** Tests of the codecs, with a second reader beside ours. */
@NullMarked
package io.cardloom.production.tlv;

import org.jspecify.annotations.NullMarked;
