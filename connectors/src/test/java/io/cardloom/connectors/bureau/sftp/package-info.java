/** Tests of the SFTP gateway. */
@NullMarked
package io.cardloom.connectors.bureau.sftp;

import org.jspecify.annotations.NullMarked;
