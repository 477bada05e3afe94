/**
 * Bureaus that are reached by SFTP: whole files only, under their names only when they are whole.
 */
@NullMarked
package io.cardloom.connectors.bureau.sftp;

import org.jspecify.annotations.NullMarked;
