package io.cardloom.production.dataprep;

/** Where the files of a run go: sealed into the data folder, or into a sample's archive. */
@FunctionalInterface
interface FileSink {

    /** Takes one whole file. */
    PreparedFile write(String name, PreparedFolder.Content content);
}
