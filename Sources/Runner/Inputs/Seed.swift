internal import CNettle
internal import CUchardet
